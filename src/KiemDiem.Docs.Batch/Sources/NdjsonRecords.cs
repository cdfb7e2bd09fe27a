using System.Text;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>One JSON object a line. A line that is too long is passed over, not gathered.</summary>
internal static class NdjsonRecords
{
    public static IEnumerable<SourceRecord> Read(SourceFile file, JsonRecord json)
    {
        using var stream = file.Open();
        var lines = new LineReader(stream, Limits.RecordBytes);
        while (lines.Next())
        {
            var line = lines.Number == 1 ? WithoutMark(lines.Line) : lines.Line;
            if (lines.IsTooLong)
                yield return json.Refuse(lines.Number, FoundInSource.TooLarge(Limits.RecordBytes));
            else if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return json.Read(line, lines.Number, 1, FoundInSource.BadJson);
        }
    }

    /// <summary>Some programs write a byte order mark before the first line.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line) =>
        line.Span.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;
}
