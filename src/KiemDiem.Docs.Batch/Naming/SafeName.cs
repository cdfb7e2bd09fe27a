using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>One part of a path that Windows and Linux both take, and that no program reads as something else.</summary>
/// <remarks>
/// Source: Microsoft Learn, "Naming Files, Paths, and Namespaces": reserved characters and names, no space or full stop
/// at the end. A name is an option of a command where it begins with "-", hidden with ".", a formula of a spreadsheet
/// with "=", "+", "-" or "@".
/// </remarks>
internal static class SafeName
{
    private const int PartBytes = 120;

    /// <summary>".docx", and "-9999999" for the ten-millionth record of one name.</summary>
    private const int EndingBytes = 5 + 8;

    public const int FolderBytes = PartBytes;
    public const int FileBytes = PartBytes - EndingBytes;

    /// <summary>Before a name that Windows keeps for a device.</summary>
    private const char Guard = '_';

    private static readonly char[] NeverFirst = [' ', '.', '-', '=', '+', '@'];
    private static readonly char[] NeverLast = [' ', '.', '-'];

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>What no part may hold.</summary>
    public static bool IsForbidden(Rune rune) =>
        rune.Value is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*'
        || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    /// <param name="name">Without a forbidden character.</param>
    /// <param name="maxBytes">Of UTF-8.</param>
    /// <returns>The name; empty where nothing is left of it.</returns>
    public static string Of(string name, int maxBytes)
    {
        var cut = Cut(name.Trim(' ').TrimStart(NeverFirst), maxBytes - 1).TrimEnd(NeverLast);
        var dot = cut.IndexOf('.', StringComparison.Ordinal);
        return Devices.Contains((dot < 0 ? cut : cut[..dot]).TrimEnd(' ')) ? Guard + cut : cut;
    }

    /// <summary>Cuts between two letters, never between a letter and its marks.</summary>
    private static string Cut(string name, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(name) <= maxBytes)
            return name;
        var (end, bytes) = (0, 0);
        while (true)
        {
            var letter = StringInfo.GetNextTextElementLength(name, end);
            bytes += Encoding.UTF8.GetByteCount(name.AsSpan(end, letter));
            if (bytes > maxBytes)
                return name[..end];
            end += letter;
        }
    }
}
