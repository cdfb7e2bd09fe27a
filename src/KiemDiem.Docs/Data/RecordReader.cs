using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Data;

/// <summary>Reads a record against the definition of its form. It never stops at the first problem.</summary>
public sealed class RecordReader(Func<int, bool> hasGlyph)
{
    /// <summary>Keys that belong to the envelope, not to the form.</summary>
    internal const string FormKey = "form";
    internal const string EditionKey = "edition";
    internal const string SchemaKey = "$schema";

    /// <summary>Enough to tell nesting from bad syntax.</summary>
    private const int MuchDepth = 1000;

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = Limits.Depth,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>Parses the bytes of a record.</summary>
    /// <exception cref="MalformedJsonException">They are not JSON in UTF-8, or nested too deeply.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException e)
        {
            var (line, column) = ((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            var fault = IsOnlyTooDeep(json) ? $"JSON lồng quá {Limits.Depth} tầng" : "JSON không đúng cú pháp";
            throw new MalformedJsonException(
                line, column, FormattableString.Invariant($"{fault} ở dòng {line}, cột {column}."));
        }
    }

    private static bool IsOnlyTooDeep(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict with { MaxDepth = MuchDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Checks a record and types its values.</summary>
    public Checked<FormRecord> Read(JsonElement json, FormDefinition form)
    {
        var problems = new List<Problem>();
        var warnings = new List<Problem>();
        if (json.ValueKind != JsonValueKind.Object)
            return new(null, [Found.NotAnObject(FieldPath.Root)], warnings);

        var values = ReadFields(json, form, problems, warnings);
        if (values.Count > 0)
            warnings.AddRange(Missing(form, values, problems));
        return problems.Count > 0
            ? new(null, [.. problems.Take(Limits.Problems)], [.. warnings.Take(Limits.Problems)])
            : new(new FormRecord(form, values), problems, [.. warnings.Take(Limits.Problems)]);
    }

    private Dictionary<string, FieldValue> ReadFields(
        JsonElement json, FormDefinition form, List<Problem> problems, List<Problem> warnings)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new ValueReader(form, hasGlyph, problems, warnings);
        foreach (var property in json.EnumerateObject())
        {
            if (JsonText.NameOf(property) is not { } key)
            {
                problems.Add(Found.LoneSurrogate(FieldPath.Root));
                continue;
            }

            var path = FieldPath.Root.Child(key);
            if (!seen.Add(key))
                problems.Add(Found.DuplicateKey(path));
            else if (key == FormKey)
                CheckForm(property.Value, form, path, problems);
            else if (key == EditionKey)
                CheckEdition(property.Value, path, problems);
            else if (key == SchemaKey)
                continue;
            else if (!form.FieldsByKey.TryGetValue(key, out var field))
                problems.Add(Found.UnknownKey(path, NearestKey.Find(key, form.FieldsByKey.Keys)));
            else if (reader.Read(property.Value, field, path) is { } value)
                values[key] = value;
        }

        return values;
    }

    private static void CheckForm(JsonElement value, FormDefinition form, FieldPath path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.String || JsonText.Of(value) != form.Id)
            problems.Add(Found.WrongForm(path, form.Id));
    }

    /// <summary>Which edition it names was looked at before; a caller may have chosen another one.</summary>
    private static void CheckEdition(JsonElement value, FieldPath path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
            problems.Add(Found.WrongType(path, "một chuỗi ký tự"));
    }

    /// <summary>A field that is there but wrong has its problem already.</summary>
    private static IEnumerable<Problem> Missing(
        FormDefinition form, Dictionary<string, FieldValue> values, List<Problem> problems) =>
        form.Fields
            .Where(field => field.Required && !values.ContainsKey(field.Key))
            .Where(field => !problems.Exists(problem => IsAt(problem.Path, field.Key)))
            .Select(field => Found.Missing(FieldPath.Root.Child(field.Key), field.Title));

    private static bool IsAt(FieldPath path, string key) =>
        path.Pointer == "/" + key || path.Pointer.StartsWith($"/{key}/", StringComparison.Ordinal);
}
