using System.Text.Encodings.Web;
using System.Text.Json;
using KiemDiem.Docs.Batch.Sheets;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line or row of its file on which it begins, from 1.</param>
/// <param name="Cells">Strings, numbers (double), days (DateTime), truth values; null for nothing.</param>
internal sealed record TableRow(long Line, IReadOnlyList<object?> Cells)
{
    /// <summary>Why it cannot be read.</summary>
    public Problem? Fault { get; init; }

    /// <summary>The form that the sheet is named after.</summary>
    public string? Form { get; init; }

    public bool IsEmpty => Fault is null && Cells.All(cell => cell is null || IsBlank(cell));

    public static bool IsBlank(object cell) => cell is string text && string.IsNullOrWhiteSpace(text);
}

/// <summary>Makes records of the rows of a table by the headers in its first row.</summary>
internal static class TableRecords
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<SourceRecord> Read(
        SourceFile file, IEnumerable<TableRow> rows, TableForms tables, ColumnDecoding columns)
    {
        IReadOnlyList<TableHeader>? headers = null;
        foreach (var row in rows.Where(row => !row.IsEmpty))
        {
            var place = new SourcePlace(file.Name, row.Line);
            if (row.Fault is { } fault)
                yield return Refuse(place, fault);
            else if (headers is not null && !IsHelp(row, headers))
                yield return Read(place, row, headers, tables, columns);
            headers ??= Headers(row, tables);
            // Without headers every row would be told about, by what its neighbour says of somebody.
            if (headers.Count > 0)
                continue;
            if (row.Fault is null)
                yield return Refuse(place, FoundInSource.NoHeaders());
            yield break;
        }

        if (headers is null)
            yield return Refuse(new SourcePlace(file.Name, 1), FoundInSource.NoHeaders());
    }

    /// <summary>The texts of the rows, by the names of their columns.</summary>
    public static IEnumerable<(string Column, string Text)> Texts(IEnumerable<TableRow> rows, TableForms tables)
    {
        IReadOnlyList<TableHeader>? headers = null;
        foreach (var row in rows.Where(row => !row.IsEmpty && row.Fault is null))
        {
            if (headers is null)
            {
                headers = Headers(row, tables);
                continue;
            }

            for (var i = 0; i < Math.Min(headers.Count, row.Cells.Count); i++)
            {
                if (row.Cells[i] is string text && !string.IsNullOrWhiteSpace(text) && !IsHelp(row, headers))
                    yield return (headers[i].Name, text);
            }
        }
    }

    /// <returns>None where the row has no header of any form.</returns>
    private static IReadOnlyList<TableHeader> Headers(TableRow row, TableForms tables)
    {
        var texts = row.Cells.Select(cell => cell as string ?? string.Empty).ToList();
        return row.Fault is null && texts.Exists(tables.IsKnown) ? [.. texts.Select(tables.HeaderOf)] : [];
    }

    /// <summary>The row of the template that tells how to fill it: no form is called like that.</summary>
    private static bool IsHelp(TableRow row, IReadOnlyList<TableHeader> headers) => headers
        .Zip(row.Cells)
        .Any(pair => pair.First.IsForm && pair.Second is string text
            && TableForms.Plain(text) == TableForms.Plain(WorkbookTemplate.HelpMark));

    private static SourceRecord Read(
        SourcePlace place, TableRow row, IReadOnlyList<TableHeader> headers, TableForms tables, ColumnDecoding columns)
    {
        var problems = new List<Problem>();
        var cells = new List<(TableHeader Header, object Value)>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i] is not { } cell || TableRow.IsBlank(cell))
                continue;
            if (i >= headers.Count || headers[i].Name.Length == 0)
                problems.Add(FoundInSource.NoHeader(FieldPath.Root.Child(CellName.Column(i)), CellName.Column(i)));
            else if (cell is not string text)
                cells.Add((headers[i], cell));
            else if (text.Contains('\uFFFD', StringComparison.Ordinal))
                problems.Add(Found.LoneSurrogate(FieldPath.Root.Child(headers[i].Name)));
            else
                cells.Add((headers[i], columns.Decode(headers[i].Name, text)));
        }

        if (problems.Count > 0)
            return new SourceRecord(place, ReadOnlyMemory<byte>.Empty, problems);
        var json = Write(cells, tables, row.Form);
        return json.Length > Limits.RecordBytes
            ? Refuse(place, FoundInSource.TooLarge(Limits.RecordBytes))
            : new SourceRecord(place, json, []);
    }

    private static byte[] Write(List<(TableHeader Header, object Value)> cells, TableForms tables, string? sheetForm)
    {
        var formName = TextOf(cells, header => header.IsForm);
        var form = formName is null ? tables.Form ?? sheetForm : tables.FormOf(formName) ?? formName;
        var editionName = TextOf(cells, header => header.IsEdition);
        var edition = editionName is null ? null : tables.EditionOf(editionName) ?? editionName;
        var definition = form is null
            ? null
            : tables.Definition(form, edition, definition => DateOf(cells, definition, tables));

        using var target = new MemoryStream();
        using (var writer = new Utf8JsonWriter(target, Plain))
        {
            writer.WriteStartObject();
            if (form is not null)
                writer.WriteString(JsonRecord.FormKey, form);
            if (edition is not null)
                writer.WriteString(JsonRecord.EditionKey, edition);
            if (definition is not null)
                WriteFields(writer, cells, definition, tables);
            writer.WriteEndObject();
        }

        return target.ToArray();
    }

    /// <summary>What the form has no field for goes along by its header: the engine's own check tells of it.</summary>
    private static void WriteFields(
        Utf8JsonWriter writer, List<(TableHeader Header, object Value)> cells, FormDefinition definition,
        TableForms tables)
    {
        var numbered = new List<FieldDefinition>();
        foreach (var (header, value) in cells.Where(cell => !cell.Header.IsForm && !cell.Header.IsEdition))
        {
            var field = tables.FieldOf(definition, header);
            if (field is null)
                writer.WriteString(header.Name, CellValue.TextOf(value));
            else if (header.Number is null)
                CellValue.Write(writer, value, field, definition);
            else if (!numbered.Contains(field))
                numbered.Add(field);
        }

        foreach (var field in numbered)
        {
            CellValue.WriteParagraphs(writer, field.Key, cells
                .Where(cell => cell.Header.Number is not null && tables.FieldOf(definition, cell.Header) == field)
                .OrderBy(cell => cell.Header.Number)
                .Select(cell => CellValue.TextOf(cell.Value)));
        }
    }

    private static DateOnly? DateOf(
        List<(TableHeader Header, object Value)> cells, FormDefinition definition, TableForms tables)
    {
        var date = ValueOf(RecordDate.DateKey) is { } day ? CellValue.DateOf(day) : null;
        date ??= ValueOf(RecordDate.YearKey) is { } year && CellValue.YearOf(year) is { } number
            ? new PartialDate(number)
            : null;
        return date?.LastDay;

        object? ValueOf(string key) => cells
            .Find(cell => tables.FieldOf(definition, cell.Header)?.Key == key).Value;
    }

    private static string? TextOf(
        List<(TableHeader Header, object Value)> cells, Func<TableHeader, bool> isWanted)
    {
        var found = cells.Find(cell => isWanted(cell.Header)).Value;
        return found is null ? null : CellValue.TextOf(found).Trim();
    }

    private static SourceRecord Refuse(SourcePlace place, Problem problem) =>
        new(place, ReadOnlyMemory<byte>.Empty, [problem]);
}
