using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Docx.Reading;

namespace KiemDiem.Docs.Readback;

/// <summary>
/// Text of a control as somebody sees it: what only guides the lines of a page, and what only fills them, is taken
/// away.
/// </summary>
internal static class PlainText
{
    /// <summary>Any kind and number of blanks is one space; the ends of lines stay, but for the last.</summary>
    public static string Of(string shown) => string.Join('\n', Lines(shown));

    /// <summary>The lines of it that say something.</summary>
    public static IEnumerable<string> Lines(string shown) => shown
        .Split([BoundDocument.ParagraphEnd, BoundDocument.LineEnd, '\r'])
        .Select(Line)
        .Where(line => !IsBlank(line));

    private static string Line(string shown)
    {
        var line = new StringBuilder(shown.Length);
        foreach (var c in shown)
        {
            if (c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (c is '\u2011')
            {
                line.Append('-');
            }
            else if (c is not ('\u2060' or '\u200B' or '\uFEFF'))
            {
                line.Append(c);
            }
        }

        var text = line.ToString().TrimEnd(' ');
        return text.IsNormalized() ? text : text.Normalize();
    }

    /// <summary>Dots and lines are room for a pen, not a value.</summary>
    private static bool IsBlank(string line) => line.All(c => c is ' ' or '.' or '…' or '_');
}
