using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Slices;

/// <summary>A record on its way to a worker.</summary>
/// <param name="Number">From 1, in the order of the source.</param>
/// <param name="Place">Where it stands in the source.</param>
/// <param name="Name">The path of its files, without ending.</param>
/// <param name="Problems">Why it could not even be read.</param>
internal sealed record SliceHeader(long Number, SourcePlace Place, string Name, IReadOnlyList<Problem> Problems);

/// <param name="Header">What is known about it.</param>
/// <param name="Json">The record; empty where it could not be read.</param>
internal sealed record SliceRecord(SliceHeader Header, ReadOnlyMemory<byte> Json);

/// <summary>The records of one chunk: for each a line about it, and a line that is it.</summary>
internal static class Slice
{
    public const string Folder = "in/";

    public static string KeyOf(int number) => FormattableString.Invariant($"{Folder}{number:D6}.slice");

    public static void Write(Stream stream, SliceRecord record)
    {
        JsonSerializer.Serialize(stream, record.Header, SliceJson.Default.SliceHeader);
        stream.WriteByte((byte)'\n');
        stream.Write(record.Json.Span);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>One by one; a record is good until the next one.</summary>
    public static IEnumerable<SliceRecord> Read(Stream stream)
    {
        var lines = new LineReader(stream);
        while (lines.Next())
        {
            var header = JsonSerializer.Deserialize(lines.Line.Span, SliceJson.Default.SliceHeader)!;
            yield return lines.Next()
                ? new SliceRecord(header, lines.Line)
                : throw new InvalidDataException("A slice ends in the middle of a record.");
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SliceHeader))]
internal sealed partial class SliceJson : JsonSerializerContext;
