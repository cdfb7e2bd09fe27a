using System.Diagnostics;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>The one entry to the room: files in, their records out, one after the other.</summary>
public static class SourceReader
{
    /// <summary>Texts that a warning rests on: a few hundred records.</summary>
    private const int FirstTexts = 20_000;

    /// <summary>Looks into a source.</summary>
    /// <param name="files">Read in this order.</param>
    /// <param name="options">What the caller says about them.</param>
    /// <param name="forms">Their fields are what the headers of tables name.</param>
    /// <param name="edition">
    /// The edition that all records are to be printed by; null for each record's own. Headers may be its titles.
    /// </param>
    /// <exception cref="UnreadableSourceException">It cannot be read at all.</exception>
    public static OpenSource Open(
        IReadOnlyList<SourceFile> files, SourceOptions options, FormLibrary forms, string? edition = null)
    {
        RequireReadable(files, options);
        var form = FormOf(options, forms);
        var tables = new TableForms(forms, form, edition);
        var columns = ColumnDecoding.Choose(options, tables, sampled => Values(files, options, tables, sampled));
        return new OpenSource(
            columns.Reports, files.SelectMany(file => Records(file, options, form, tables, columns)));
    }

    /// <summary>Looks into a file, or into the files of a folder, on a disk.</summary>
    /// <exception cref="UnreadableSourceException">It cannot be read at all.</exception>
    public static OpenSource Open(string path, SourceOptions options, FormLibrary forms, string? edition = null) =>
        Open(SourceFile.At(path), options, forms, edition);

    /// <summary>
    /// Columns that look as if they were written in a legacy encoding although nobody said so. Only the beginning is
    /// looked at: it is for a warning, and what is printed stays what is there.
    /// </summary>
    /// <exception cref="UnreadableSourceException">It cannot be read at all.</exception>
    public static IReadOnlyList<ColumnReport> Suspects(
        string path, SourceOptions options, FormLibrary forms, string? edition = null)
    {
        if (options.IsLegacy)
            return [];
        var files = SourceFile.At(path);
        RequireReadable(files, options);
        var asked = options with { Encoding = TextEncoding.Auto };
        var tables = new TableForms(forms, FormOf(options, forms), edition);
        return
        [
            .. ColumnDecoding
                .Choose(asked, tables, sampled => Values(files, asked, tables, sampled).Take(FirstTexts))
                .Reports.Where(column => column.Encoding != TextEncoding.Unicode),
        ];
    }

    /// <summary>
    /// In Windows-1252 every byte is some letter: without being asked, nobody would see that the documents are wrong.
    /// </summary>
    private static void RequireReadable(IReadOnlyList<SourceFile> files, SourceOptions options)
    {
        if (files.Count == 0)
            throw new UnreadableSourceException("Không có tệp nguồn nào.");
        var tables = files.Where(file => FormatOf(file, options) == SourceFormat.Csv).ToList();
        if (!options.IsLegacy && tables.Exists(file => CsvText.EncodingOf(file) == CsvText.Windows1252))
        {
            throw new UnreadableSourceException(
                "Tệp CSV không phải Unicode (UTF-8), có lẽ là bảng mã cũ. Hãy nói rõ bảng mã (encoding): tcvn3, vni "
                    + "hoặc auto.");
        }
    }

    private static IEnumerable<SourceRecord> Records(
        SourceFile file, SourceOptions options, string? form, TableForms tables, ColumnDecoding columns)
    {
        var json = new JsonRecord(file.Name, form, columns);
        return FormatOf(file, options) switch
        {
            SourceFormat.Ndjson => NdjsonRecords.Read(file, json),
            SourceFormat.Json => JsonRecords.Read(file, json),
            SourceFormat.Csv => TableRecords.Read(file, CsvRows.Read(file, tables), tables, columns),
            SourceFormat.Xlsx => TableRecords.Read(file, XlsxRows.Read(file, tables), tables, columns),
            var other => throw new UnreachableException($"No reader for {other}."),
        };
    }

    /// <summary>Texts of the source by column, for a look at how they are encoded.</summary>
    private static IEnumerable<(string Column, string Text)> Values(
        IReadOnlyList<SourceFile> files, SourceOptions options, TableForms tables, ColumnDecoding columns) =>
        files.SelectMany(file => FormatOf(file, options) switch
        {
            SourceFormat.Ndjson => NdjsonRecords.Read(file, new JsonRecord(file.Name, null, columns)).SelectMany(Texts),
            SourceFormat.Json => JsonRecords.Read(file, new JsonRecord(file.Name, null, columns)).SelectMany(Texts),
            SourceFormat.Csv => TableRecords.Texts(CsvRows.Read(file, tables), tables),
            SourceFormat.Xlsx => TableRecords.Texts(XlsxRows.Read(file, tables), tables),
            var other => throw new UnreachableException($"No reader for {other}."),
        });

    private static IEnumerable<(string Column, string Text)> Texts(SourceRecord record) =>
        record.Problems.Count > 0 ? [] : JsonRecord.Texts(record.Json);

    /// <summary>By its id or title; what is neither stays as it is, and each record tells of it.</summary>
    private static string? FormOf(SourceOptions options, FormLibrary forms) =>
        options.Form is { } named ? TableForms.FormOf(forms, named) ?? named : null;

    private static SourceFormat FormatOf(SourceFile file, SourceOptions options) =>
        options.Format != SourceFormat.ByName
            ? options.Format
            : SourceFile.FormatOf(file.Name) ?? throw new UnreadableSourceException(
                "Đuôi tệp không cho biết định dạng; cần .json, .ndjson, .jsonl, .csv hoặc .xlsx.");
}
