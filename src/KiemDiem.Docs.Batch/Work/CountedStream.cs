using System.Security.Cryptography;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>A stream that is hashed and counted while somebody reads it, up to a limit.</summary>
internal sealed class CountedStream(Stream inner, IncrementalHash sum, long? room) : Stream
{
    public long Bytes { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(
        buffer.AsMemory(offset, count), inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(buffer, await inner.ReadAsync(buffer, cancellationToken));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <exception cref="DiskLimitException">There is no room for what was read.</exception>
    private int Count(Memory<byte> buffer, int read)
    {
        sum.AppendData(buffer.Span[..read]);
        Bytes += read;
        return Bytes > room ? throw new DiskLimitException() : read;
    }
}
