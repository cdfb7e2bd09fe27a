using System.Buffers;
using System.Text.Json;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>A result as one line of UTF-8 JSON: what a chunk leaves behind for the manifest.</summary>
public static class ResultLine
{
    /// <summary>The JSON without its line break.</summary>
    public static byte[] Of(RecordResult result) => Serialize(result, ""u8);

    /// <summary>The line and its end.</summary>
    public static byte[] WithEnd(RecordResult result) => Serialize(result, "\n"u8);

    /// <summary>Reads a line; its end may be missing.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static RecordResult Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ResultJson.Default.RecordResult)
                ?? throw new InvalidDataException("A result is null.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("A line is no result.", broken);
        }
    }

    /// <summary>Reads line after line; no more than one is in memory.</summary>
    /// <exception cref="InvalidDataException">One of them is no result.</exception>
    public static IEnumerable<RecordResult> ReadAll(Stream lines)
    {
        var reader = new LineReader(lines);
        while (reader.Next())
            yield return Read(reader.Line.Span);
    }

    private static byte[] Serialize(RecordResult result, ReadOnlySpan<byte> end)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, ResultJson.WriterOptions))
            JsonSerializer.Serialize(writer, result, ResultJson.Default.RecordResult);
        buffer.Write(end);
        return buffer.WrittenSpan.ToArray();
    }
}
