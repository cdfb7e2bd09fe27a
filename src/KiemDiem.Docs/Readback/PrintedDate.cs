using System.Globalization;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Readback;

/// <summary>Reads dates as they stand on paper.</summary>
internal static partial class PrintedDate
{
    /// <summary>05/4/1978, 4/1978 or 1978, with any sign between, as ISO 8601 says it; else the text itself.</summary>
    public static string Iso(string text)
    {
        if (PartialDate.TryParse(text, out _))
            return text;
        var match = Numeric().Match(text);
        return match.Success ? Iso(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : text;
    }

    /// <summary>
    /// The parts of "ngày 05 tháng 12 năm 2022"; an empty one is not known. What is no date stays as it was typed, for
    /// the check to tell.
    /// </summary>
    public static string Iso(string day, string month, string year)
    {
        if (day.Length == 0 && month.Length == 0)
            return year;
        if (!Whole(month, out var monthNumber) || (day.Length > 0 && !Whole(day, out _)) || year.Length == 0)
            return $"{day}/{month}/{year}";
        var dayNumber = day.Length == 0 ? string.Empty : "-" + Padded(day);
        return $"{year}-{monthNumber.ToString("00", CultureInfo.InvariantCulture)}{dayNumber}";
    }

    private static string Padded(string day) =>
        Whole(day, out var number) ? number.ToString("00", CultureInfo.InvariantCulture) : day;

    private static bool Whole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?:(?:([0-9]{1,2})[ ]?[/.-][ ]?)?([0-9]{1,2})[ ]?[/.-][ ]?)?([0-9]{4})$")]
    private static partial Regex Numeric();
}
