using System.Text;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>
/// A CSV file as RFC 4180 has it, in UTF-8 with the mark by which Excel knows it, and no cell that a spreadsheet would
/// take for a formula.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const string LineEnd = "\r\n";

    private readonly StreamWriter writer;

    public CsvFile(Stream target, params IReadOnlyList<string> header)
        : this(target, leaveOpen: false, header)
    {
    }

    public CsvFile(Stream target, bool leaveOpen, params IReadOnlyList<string> header)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        writer = new StreamWriter(target, utf8, 32 * 1024, leaveOpen);
        Row(header);
    }

    /// <summary>A text that a spreadsheet would calculate gets an apostrophe, by which it stays text.</summary>
    public static string Text(string? text) => text is not null && IsFormula(text) ? "'" + text : text ?? string.Empty;

    /// <summary>An apostrophe would make it another path; "./" before it leaves it the same.</summary>
    public static string Path(string? path) => path is not null && IsFormula(path) ? "./" + path : path ?? string.Empty;

    /// <param name="cells">Texts and paths have been through <see cref="Text"/> and <see cref="Path"/>.</param>
    public void Row(params IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                writer.Write(',');
            writer.Write(Quoted(cells[i]));
        }

        writer.Write(LineEnd);
    }

    public void Dispose() => writer.Dispose();

    private static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        or '\n';

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim()
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
