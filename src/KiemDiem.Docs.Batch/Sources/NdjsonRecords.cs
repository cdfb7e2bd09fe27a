using System.Text;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>One JSON object a line. A line that is too long is passed over, not gathered.</summary>
internal static class NdjsonRecords
{
    private const byte LineFeed = (byte)'\n';

    public static IEnumerable<SourceRecord> Read(SourceFile file, JsonRecord json)
    {
        using var stream = file.Open();
        var lines = new LineReader(stream);
        while (lines.Next())
        {
            if (lines.IsTooLong)
                yield return json.Refuse(lines.Number, FoundInSource.TooLarge(Limits.RecordBytes));
            else if (!lines.Line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return json.Read(lines.Line, lines.Number, 1, FoundInSource.BadJson);
        }
    }

    /// <summary>Lines of a stream in one buffer that is as large as a line may be.</summary>
    private sealed class LineReader(Stream stream)
    {
        private byte[] buffer = new byte[64 * 1024];
        private int start;
        private int end;
        private bool ended;

        public long Number { get; private set; }

        public bool IsTooLong { get; private set; }

        /// <summary>Good until the next one.</summary>
        public ReadOnlyMemory<byte> Line { get; private set; }

        public bool Next()
        {
            IsTooLong = false;
            var searched = start;
            while (true)
            {
                var found = buffer.AsSpan(searched, end - searched).IndexOf(LineFeed);
                if (found >= 0)
                    return Take(searched + found, searched + found + 1);
                if (end - start > Limits.RecordBytes)
                    (start, end, IsTooLong) = (0, 0, true);
                searched = end;
                if (!ended)
                    searched -= Fill();
                else if (start < end || IsTooLong)
                    return Take(end, end);
                else
                    return false;
            }
        }

        private bool Take(int lineEnd, int next)
        {
            IsTooLong |= lineEnd - start > Limits.RecordBytes;
            Line = IsTooLong ? default : buffer.AsMemory(start, lineEnd - start);
            if (++Number == 1 && Line.Span.StartsWith(Encoding.UTF8.Preamble))
                Line = Line[Encoding.UTF8.Preamble.Length..];
            start = next;
            return true;
        }

        /// <returns>By how much what was there has moved to the front.</returns>
        private int Fill()
        {
            var moved = start;
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
            ended = read == 0;
            return moved;
        }
    }
}
