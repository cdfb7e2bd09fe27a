namespace KiemDiem.Docs.Tests.Batch.Storage;

/// <summary>A stream of any length that takes no memory: each byte follows from its place.</summary>
internal sealed class MadeUpStream(long length, bool canSeek) : Stream
{
    public const string Fault = "The source breaks off.";

    private long position;

    /// <summary>Where reading fails.</summary>
    public long BreaksAt { get; init; } = long.MaxValue;

    /// <summary>What happens when reading has come so far.</summary>
    public (long Place, Action Then) Reached { get; init; } = (long.MaxValue, () => { });

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? position : throw new NotSupportedException();
        set => position = canSeek ? value : throw new NotSupportedException();
    }

    /// <summary>No period that a block or a part could have.</summary>
    public static byte At(long place) => (byte)(place % 251);

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position >= BreaksAt)
            throw new IOException(Fault);
        if (position >= Reached.Place)
            Reached.Then();
        // Never all that was asked for, as a network does.
        var read = (int)Math.Min(Math.Min(count, 100_000), length - position);
        for (var i = 0; i < read; i++)
            buffer[offset + i] = At(position + i);
        position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
