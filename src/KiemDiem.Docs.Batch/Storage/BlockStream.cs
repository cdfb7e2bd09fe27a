namespace KiemDiem.Docs.Batch.Storage;

/// <summary>
/// Reads something far away block by block and holds one block at a time, so that memory does not grow with its length.
/// </summary>
/// <param name="first">What stands at its start: all of it, or a whole block.</param>
/// <param name="length">Of all of it.</param>
/// <param name="read">Fills a block with what begins at a place.</param>
internal sealed class BlockStream(
    byte[] first, long length, Func<long, Memory<byte>, CancellationToken, Task> read) : Stream
{
    public const int BlockBytes = 1024 * 1024;

    private Memory<byte> block = first;
    private long start;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;
        if (!Holds(Position))
        {
            var from = Position - (Position % BlockBytes);
            block = Memory<byte>.Empty;
            var next = first.AsMemory(0, (int)Math.Min(BlockBytes, length - from));
            await read(from, next, cancellationToken);
            (block, start) = (next, from);
        }

        var here = block[(int)(Position - start)..];
        var count = Math.Min(here.Length, buffer.Length);
        here[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var place = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => length,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(offset));
        return Position = place;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Holds(long place) => place >= start && place < start + block.Length;
}
