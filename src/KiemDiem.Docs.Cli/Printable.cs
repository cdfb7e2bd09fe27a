using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Cli;

/// <summary>Makes foreign text, such as file names and keys of a record, fit for a terminal line.</summary>
internal static class Printable
{
    /// <summary>A mistyped record can have a key of a megabyte.</summary>
    private const int MaxLength = 1000;

    /// <summary>Control and hidden characters as \uXXXX: they could move the cursor or turn the text around.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (line.Length >= MaxLength)
                return line.Append('…').ToString();
            if (IsVisible(c))
                line.Append(c);
            else
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return line.ToString();
    }

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
