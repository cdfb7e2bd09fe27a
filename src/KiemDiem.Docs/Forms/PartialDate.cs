using System.Globalization;

namespace KiemDiem.Docs.Forms;

/// <summary>
/// A date as far as it is known: many records know only the year of birth, or leave the day for the pen.
/// </summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    public const int FirstYear = 1800;
    public const int LastYear = 2199;

    /// <summary>Reads ISO 8601: 2022-12-05, 2022-12 or 2022.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || !Digits(text, 0, 4, out var year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }

        date = new PartialDate(year);
        if (text.Length == 4)
            return true;
        if (text[4] != '-' || !Digits(text, 5, 2, out var month) || month is < 1 or > 12)
            return false;
        date = new PartialDate(year, month);
        if (text.Length == 7)
            return true;
        if (text[7] != '-' || !Digits(text, 8, 2, out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>The last day that it can mean: what decides which edition was in force.</summary>
    public DateOnly LastDay => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>The day as the regulation prints it: below 10 with a zero. Source: 36-HD/VPTW, 1.4.2.</summary>
    public string? PrintedDay => Day?.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The month as the regulation prints it: only 1 and 2 with a zero. Source: 36-HD/VPTW, 1.4.2.</summary>
    public string? PrintedMonth => Month?.ToString(Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);

    public string PrintedYear => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>05/4/1970, 4/1970 or 1970.</summary>
    public string Numeric => string.Join(
        '/', new[] { PrintedDay, PrintedMonth, PrintedYear }.Where(part => part is not null));

    private static bool Digits(string text, int at, int count, out int value) => int.TryParse(
        text.AsSpan(at, count), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
