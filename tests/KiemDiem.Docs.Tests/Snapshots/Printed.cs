using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>How values stand in the texts of the snapshots: the same under every culture.</summary>
internal static class Printed
{
    public static string Mm(Length length) => Fixed(length.Millimetres);

    public static string Pt(Length length) => Fixed(length.Points) + "pt";

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Style(TextStyle style) =>
        Pt(style.Size) + (style.Bold ? " bold" : string.Empty) + (style.Italic ? " italic" : string.Empty);

    /// <summary>A text in quotes. What cannot be seen is written as its code, a no-break space as "⍽".</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '\u00A0' => "⍽",
                '"' or '\\' => "\\" + c,
                '⍽' => Code(c),
                _ when c != ' ' && IsInvisible(c) => Code(c),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Two decimals; what rounds to nothing has no sign.</summary>
    private static string Fixed(double value) =>
        (Math.Round(value, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Code(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
