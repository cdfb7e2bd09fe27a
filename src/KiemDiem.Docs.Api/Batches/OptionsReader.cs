using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>
/// What a caller asks of a batch: on the address, for a clerk and for bodies that are all source, and as JSON in the
/// field "options" of a form. Both are read as one JSON object.
/// </summary>
internal sealed class OptionsReader
{
    /// <summary>Those that can stand on the address.</summary>
    public static readonly IReadOnlyList<string> OnAddress =
        ["form", "edition", "format", "name", "zip", "encoding", "archive", "thoiDiem", "webhook"];

    private static readonly IReadOnlyList<string> Known = [.. OnAddress, "columnEncodings", "capitalColumns"];

    private readonly IQueryCollection query;
    private readonly JsonObject given;
    private readonly FieldPath place = FieldPath.Root;
    private readonly List<Problem> problems = [];

    private OptionsReader(IQueryCollection query, JsonObject given)
    {
        this.query = query;
        this.given = given;
    }

    public static IReadOnlyList<string> Formats { get; } = [BatchOptions.Pdf, BatchOptions.Docx];

    public static IReadOnlyList<string> Encodings { get; } =
        [.. Enum.GetNames<TextEncoding>().Select(name => name.ToLowerInvariant())];

    /// <param name="query">What stands on the address.</param>
    /// <param name="json">The field "options"; null where there is none.</param>
    /// <param name="forms">The forms that there are.</param>
    /// <param name="webhook">Who may be told.</param>
    /// <exception cref="RefusedException">Something is wrong; all of it at once.</exception>
    public static BatchOptions Read(IQueryCollection query, string? json, FormLibrary forms, WebhookSettings webhook)
    {
        var given = OfAddress(query);
        var reader = new OptionsReader(query, given);
        reader.Add(json);
        var options = reader.Read(forms, webhook);
        return reader.problems.Count == 0
            ? options
            : throw new RefusedException(RefuseBatch.BadOptions([.. reader.problems.Select(reader.ErrorOf)]));
    }

    private static JsonObject OfAddress(IQueryCollection addressed)
    {
        var query = new QueryReader(addressed);
        var given = new JsonObject();
        foreach (var name in OnAddress)
        {
            if (query.Text(name) is { } text)
                given[name] = text;
        }

        query.RefuseTheRest();
        return given;
    }

    private void Add(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return;
        try
        {
            var strict = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 };
            if (JsonNode.Parse(json, documentOptions: strict) is not JsonObject more)
            {
                problems.Add(FoundInOptions.NotJson(place));
                return;
            }

            foreach (var (name, value) in more.ToList())
            {
                if (!Known.Contains(name))
                    problems.Add(FoundInOptions.UnknownOption(place.Child(name), Known));
                else if (given.ContainsKey(name))
                    problems.Add(FoundInOptions.DuplicateOption(place.Child(name)));
                else
                    given[name] = value?.DeepClone();
            }
        }
        catch (JsonException)
        {
            problems.Add(FoundInOptions.NotJson(place));
        }
    }

    private BatchOptions Read(FormLibrary forms, WebhookSettings webhook)
    {
        var form = Form(forms);
        var archive = Flag("archive");
        var formats = FormatsFor(archive);
        return new BatchOptions
        {
            Formats = formats,
            Source = new SourceOptions
            {
                Encoding = Text("encoding") is { } encoding ? EncodingAt(place.Child("encoding"), encoding) : default,
                ColumnEncodings = ColumnEncodings(),
                CapitalColumns = List("capitalColumns"),
                Form = form,
            },
            Edition = Edition(forms, form),
            Name = Name(forms),
            RecordsPerZip = Count("zip", BatchOptions.MaxRecordsPerZip),
            Archive = archive,
            ThoiDiem = Day("thoiDiem"),
            Webhook = Webhook(webhook),
        };
    }

    private string? Form(FormLibrary forms)
    {
        if (Text("form") is not { } id || forms.FormIds.Contains(id))
            return Text("form");
        problems.Add(Found.UnknownForm(place.Child("form"), forms.FormIds));
        return null;
    }

    private string? Edition(FormLibrary forms, string? form)
    {
        if (Text("edition") is not { } id)
            return null;
        var editions = (form is null ? forms.Forms : forms.EditionsOf(form)).Select(known => known.Edition.Id);
        if (!editions.Contains(id))
            problems.Add(Found.UnknownEdition(place.Child("edition"), editions.Distinct()));
        return id;
    }

    private string? Name(FormLibrary forms)
    {
        if (Text("name") is not { } pattern)
            return null;
        try
        {
            return NamePattern.Parse(pattern, forms).Text;
        }
        catch (BadNamePatternException e)
        {
            problems.Add(FoundInOptions.BadName(place.Child("name"), e.Message));
            return null;
        }
    }

    private IReadOnlyList<string> FormatsFor(bool archive)
    {
        var formats = List("format");
        if (formats.Length == 0)
            return [BatchOptions.Pdf];
        if (formats.Any(format => !Formats.Contains(format)))
            problems.Add(FoundInOptions.BadFormat(place.Child("format"), Formats));
        else if (archive && formats.Any(format => format != BatchOptions.Pdf))
            problems.Add(FoundInOptions.ArchiveIsPdf(place.Child("format")));

        // In one order: the same batch must not be another one because of how it was asked for.
        return [.. Formats.Where(formats.Contains)];
    }

    private TextEncoding EncodingAt(FieldPath path, string name)
    {
        if (Encodings.Contains(name))
            return Enum.Parse<TextEncoding>(name, ignoreCase: true);
        problems.Add(FoundInOptions.BadEncoding(path, Encodings));
        return default;
    }

    private Dictionary<string, TextEncoding> ColumnEncodings()
    {
        var columns = new Dictionary<string, TextEncoding>();
        var path = place.Child("columnEncodings");
        if (given["columnEncodings"] is JsonObject asked)
        {
            foreach (var (column, value) in asked)
                columns[column] = EncodingAt(path.Child(column), (value as JsonValue)?.ToString() ?? string.Empty);
        }
        else if (given["columnEncodings"] is not null)
        {
            problems.Add(Found.WrongType(path, "một đối tượng, ví dụ {\"hoTen\": \"tcvn3\"}"));
        }

        return columns;
    }

    private Uri? Webhook(WebhookSettings settings)
    {
        if (Text("webhook") is not { } address)
            return null;
        if (settings.Refuse(address, place.Child("webhook")) is not { } problem)
            return new Uri(address);
        problems.Add(problem);
        return null;
    }

    private DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DocumentDate.TryParse(text, out var day))
            return day;
        problems.Add(FoundInOptions.BadDay(place.Child(name), DocumentDate.Rule));
        return null;
    }

    private bool Flag(string name)
    {
        var flag = false;
        if (Plain(name) is { } text && !bool.TryParse(text, out flag))
            problems.Add(FoundInOptions.BadFlag(place.Child(name)));
        return flag;
    }

    private int? Count(string name, int most)
    {
        if (Plain(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= 1 && count <= most)
        {
            return count;
        }

        problems.Add(FoundInOptions.BadCount(place.Child(name), 1, most));
        return null;
    }

    /// <summary>Texts, in an array or with commas between them.</summary>
    private string[] List(string name)
    {
        if (given[name] is not JsonArray items)
            return Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (items.All(item => item?.GetValueKind() == JsonValueKind.String))
            return [.. items.Select(item => item!.GetValue<string>())];
        problems.Add(Found.WrongType(place.Child(name), "một danh sách chuỗi"));
        return [];
    }

    private string? Text(string name)
    {
        if (given[name] is not { } value)
            return null;
        if (value.GetValueKind() == JsonValueKind.String)
            return value.GetValue<string>() is { Length: > 0 } text ? text : null;
        var problem = Found.WrongType(place.Child(name), "một chuỗi");
        if (!problems.Contains(problem))
            problems.Add(problem);
        return null;
    }

    /// <summary>A number, a truth value, or either of them as text, as it stands on an address.</summary>
    private string? Plain(string name) => given[name] is { } value && value.ToString() is { Length: > 0 } text
        ? text
        : null;

    /// <summary>Where the caller wrote it, there he is shown it.</summary>
    private RefusalError ErrorOf(Problem problem)
    {
        var error = RefusalError.Of(problem);
        var name = problem.Path.Pointer.Split('/').ElementAtOrDefault(1);
        return name is not null && query.ContainsKey(name) ? error with { Pointer = null, Parameter = name } : error;
    }
}
