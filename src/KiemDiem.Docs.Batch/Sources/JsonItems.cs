using System.Buffers;
using System.Text;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>Cuts a stream into the items of its array, or takes it as one item.</summary>
internal sealed class JsonItems(Stream stream)
{
    private const int EndOfFile = -1;

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> item = new();
    private int position;
    private int length;
    private long line = 1;
    private long column = 1;
    private bool ended;

    /// <summary>Where the item begins; where the file went wrong if it <see cref="IsBroken"/>.</summary>
    public long Line { get; private set; } = 1;

    public long Column { get; private set; } = 1;

    public bool IsTooLong { get; private set; }

    /// <summary>The array does not end as it should, or something stands behind it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Good until the next one.</summary>
    public ReadOnlyMemory<byte> Item => item.WrittenMemory;

    /// <summary>Steps over the bracket that opens an array, if there is one.</summary>
    public bool BeginsArray()
    {
        if (Peek() == Encoding.UTF8.Preamble[0])
        {
            foreach (var expected in Encoding.UTF8.Preamble)
            {
                if (Peek() == expected)
                    position++;
            }
        }

        SkipSpace();
        if (Peek() != '[')
            return false;
        Take();
        SkipSpace();
        if (Peek() == ']')
            End();
        return true;
    }

    public bool Next(bool isArray)
    {
        SkipSpace();
        (Line, Column) = (line, column);
        if (ended || (!isArray && Peek() == EndOfFile))
            return false;
        item.ResetWrittenCount();
        IsTooLong = false;
        var whole = TakeItem(isArray);
        if (isArray && whole)
            StepOver();
        return whole || !isArray;
    }

    /// <returns>False where the file ends within the item or before it.</returns>
    private bool TakeItem(bool isArray)
    {
        var (depth, inString, escaped) = (0, false, false);
        while (true)
        {
            var next = Peek();
            if (next == EndOfFile)
            {
                ended = true;
                IsBroken |= isArray;
                return depth == 0 && !inString && item.WrittenCount > 0;
            }

            if (isArray && depth <= 0 && !inString && next is ',' or ']')
                return true;
            if (inString)
                (inString, escaped) = (escaped || next != '"', !escaped && next == '\\');
            else if (next == '"')
                inString = true;
            else
                depth += next is '{' or '[' ? 1 : next is '}' or ']' ? -1 : 0;
            Keep(Take());
        }
    }

    /// <summary>The comma behind an item; the bracket that ends the array, after which nothing may follow.</summary>
    private void StepOver()
    {
        if (Peek() == ']')
            End();
        else if (!ended)
            Take();
    }

    private void End()
    {
        Take();
        SkipSpace();
        ended = true;
        IsBroken = Peek() != EndOfFile;
    }

    private void Keep(byte next)
    {
        IsTooLong |= item.WrittenCount >= Limits.RecordBytes;
        if (IsTooLong)
            return;
        item.GetSpan()[0] = next;
        item.Advance(1);
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
            Take();
    }

    private int Peek()
    {
        if (position == length)
            (position, length) = (0, stream.Read(buffer));
        return position < length ? buffer[position] : EndOfFile;
    }

    private byte Take()
    {
        var taken = buffer[position++];
        (line, column) = taken == '\n' ? (line + 1, 1) : (line, column + 1);
        return taken;
    }
}
