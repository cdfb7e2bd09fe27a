using System.Buffers;
using System.Text.Json;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>A result as one line of UTF-8 JSON: what a chunk leaves behind for the manifest.</summary>
public static class ResultLine
{
    /// <summary>The JSON without its line break.</summary>
    public static byte[] Of(RecordResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, ResultJson.WriterOptions))
            JsonSerializer.Serialize(writer, result, ResultJson.Default.RecordResult);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a line and its end.</summary>
    public static void Write(Stream target, RecordResult result)
    {
        target.Write(Of(result));
        target.WriteByte((byte)'\n');
    }

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
        var (buffer, start, end) = (new byte[16 * 1024], 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return Read(buffer.AsSpan(start, length));
                start += length + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = lines.Read(buffer, end, buffer.Length - end);
            end += read;
            if (read > 0)
                continue;
            if (end > 0)
                yield return Read(buffer.AsSpan(0, end));
            yield break;
        }
    }
}
