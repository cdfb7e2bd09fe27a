namespace KiemDiem.Docs.Batch;

/// <summary>Lines of a stream, as bytes, in one buffer that grows to the longest of them.</summary>
/// <param name="stream">Is read and left open.</param>
/// <param name="longest">In bytes; a line beyond it is passed over, not gathered.</param>
internal sealed class LineReader(Stream stream, int longest = int.MaxValue)
{
    private const byte LineFeed = (byte)'\n';

    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private bool ended;

    /// <summary>From 1.</summary>
    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>Without its end; good until the next one, and empty where it is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <returns>False where there are no more. The end of the last one may be missing.</returns>
    public bool Next()
    {
        IsTooLong = false;
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf(LineFeed);
            if (found >= 0)
                return Take(searched + found, searched + found + 1);
            if (end - start > longest)
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
        IsTooLong |= lineEnd - start > longest;
        Line = IsTooLong ? default : buffer.AsMemory(start, lineEnd - start);
        Number++;
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
