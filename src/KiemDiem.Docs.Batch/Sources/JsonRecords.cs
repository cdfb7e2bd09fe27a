using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>One JSON object, or an array of them, of which never more than one is held.</summary>
/// <remarks>
/// Brackets and strings are followed just far enough to know where an item ends; whether it is sound is another
/// matter. After an item with bad syntax nothing is sure any more, and reading stops.
/// </remarks>
internal static class JsonRecords
{
    public static IEnumerable<SourceRecord> Read(SourceFile file, JsonRecord json)
    {
        using var stream = file.Open();
        var items = new JsonItems(stream);
        var isArray = items.BeginsArray();
        Func<long, long, Problem> badJson = isArray ? FoundInSource.RestUnreadable : FoundInSource.BadJson;
        var count = 0;
        while (items.Next(isArray))
        {
            count++;
            var record = items.IsTooLong
                ? json.Refuse(items.Line, FoundInSource.TooLarge(Limits.RecordBytes))
                : json.Read(items.Item, items.Line, items.Column, badJson);
            yield return record;
            if (isArray && record.Problems is [{ Code: "restUnreadable" }])
                yield break;
        }

        if (items.IsBroken || (count == 0 && !isArray))
        {
            yield return json.Refuse(items.Line, badJson(items.Line, items.Column));
        }
    }
}
