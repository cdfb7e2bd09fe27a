using System.Globalization;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Api.Requests;

/// <summary>Reads an address after "?". What it does not know it refuses: "editon=" must not pass unseen.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly List<RefusalError> errors = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the record's own date is to decide.</returns>
    public FormDefinition? Edition(IReadOnlyList<FormDefinition> editions)
    {
        if (Text("edition") is not { } id)
            return null;
        var named = editions.FirstOrDefault(form => form.Edition.Id == id);
        if (named is null)
        {
            var ids = string.Join(", ", editions.Select(form => form.Edition.Id));
            Add("edition", "unknownEdition", $"Mẫu không có phiên bản này; các phiên bản hiện có: {ids}.");
        }

        return named;
    }

    public int Number(string name, int fallback, int from, int to)
    {
        if (Text(name) is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to)
        {
            return number;
        }

        Add(name, "badNumber", $"Tham số {name} phải là số nguyên từ {from} đến {to}.");
        return fallback;
    }

    /// <returns>Null where it is not said.</returns>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DocumentDate.TryParse(text, out var date))
            return date;
        Add(name, "badDate", $"Tham số {name} {DocumentDate.Rule}");
        return null;
    }

    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
            return false;
        if (bool.TryParse(text, out var flag))
            return flag;
        Add(name, "badFlag", $"Tham số {name} phải là true hoặc false.");
        return false;
    }

    /// <returns>The first one where it is not said.</returns>
    public string Choice(string name, IReadOnlyList<string> values)
    {
        var text = Text(name);
        if (text is null || values.Contains(text))
            return text ?? values[0];
        Add(name, "badChoice", $"Tham số {name} phải là một trong: {string.Join(", ", values)}.");
        return values[0];
    }

    /// <summary>To be called last.</summary>
    /// <exception cref="RefusedException">Something was wrong; all of it at once.</exception>
    public void RefuseTheRest()
    {
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
            Add(name, "unknownParameter", Known());
        if (errors.Count > 0)
            throw new RefusedException(Refuse.BadQuery(errors));
    }

    private string Known() => known.Count == 0
        ? "Địa chỉ này không nhận tham số nào."
        : $"Không có tham số này; các tham số hiện có: {string.Join(", ", known)}.";

    /// <returns>Null where it is not said, or empty.</returns>
    public string? Text(string name)
    {
        known.Add(name);
        var values = query[name];
        if (values.Count > 1)
            Add(name, "duplicateParameter", $"Tham số {name} xuất hiện nhiều lần; chỉ được ghi một lần.");
        return values.Count == 1 && !string.IsNullOrEmpty(values[0]) ? values[0] : null;
    }

    private void Add(string parameter, string code, string detail) =>
        errors.Add(new RefusalError(code, detail) { Parameter = parameter });
}
