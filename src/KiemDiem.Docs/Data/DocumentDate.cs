using System.Globalization;

namespace KiemDiem.Docs.Data;

/// <summary>
/// The date that a file bears: the record's own, else the caller's, else one that never changes. The clock is never
/// asked, so the same input gives the same bytes on any day.
/// </summary>
public static class DocumentDate
{
    /// <summary>The first day that an entry of a ZIP file, and so of a Word file, can bear.</summary>
    public static readonly DateOnly First = new(1980, 1, 1);

    /// <summary>And the last.</summary>
    public static readonly DateOnly Last = new(2107, 12, 31);

    /// <summary>What a caller's date must be, as the end of a sentence.</summary>
    public const string Rule = "phải là một ngày từ 1980-01-01 đến 2107-12-31, ví dụ 2022-12-02.";

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>
    /// Reads a caller's date: ISO 8601, a day or a moment. A document bears a day, so of a moment the day is taken
    /// that stands in it, in whatever time zone it was written.
    /// </summary>
    /// <returns>False where it is none, or none that every kind of file can bear.</returns>
    public static bool TryParse(string text, out DateOnly date)
    {
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            if (!DateTimeOffset.TryParseExact(
                text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return false;
            }

            date = DateOnly.FromDateTime(moment.DateTime);
        }

        return IsBearable(date);
    }

    internal static DateOnly Of(FormRecord record, DateOnly? thoiDiem) =>
        record.Get<DateValue>(RecordDate.DateKey)?.Date is { Month: not null, Day: not null } date
            && IsBearable(date.LastDay)
                ? date.LastDay
                : thoiDiem is { } given && IsBearable(given) ? given : First;

    private static bool IsBearable(DateOnly date) => date >= First && date <= Last;
}
