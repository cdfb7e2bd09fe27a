using System.Text.Json;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Data;

/// <summary>
/// The date of a record, which decides the edition: when it was drawn up, else the end of the year it reviews.
/// </summary>
public static class RecordDate
{
    /// <summary>Ngày lập: when the document was drawn up.</summary>
    public const string DateKey = "ngayLap";

    /// <summary>Năm kiểm điểm: the year that is reviewed.</summary>
    public const string YearKey = "namKiemDiem";

    /// <returns>Null where the record does not say, or says it wrongly: that is told when the record is read.</returns>
    public static DateOnly? Of(JsonElement record)
    {
        if (DateOf(record) is { } date)
            return date.LastDay;

        return JsonText.TryGet(record, YearKey, out var year) && year.ValueKind == JsonValueKind.Number
            && year.TryGetDecimal(out var number) && number is >= Limits.FirstYear and <= Limits.LastYear
                ? new PartialDate((int)number).LastDay
                : null;
    }

    /// <summary>Which of the two keys decided.</summary>
    public static string KeyOf(JsonElement record) => DateOf(record) is null ? YearKey : DateKey;

    private static PartialDate? DateOf(JsonElement record) =>
        JsonText.TryGet(record, DateKey, out var date) && date.ValueKind == JsonValueKind.String
            && JsonText.Of(date) is { } text && PartialDate.TryParse(text.Trim(), out var parsed)
                ? parsed
                : null;
}
