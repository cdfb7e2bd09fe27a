using KiemDiem.Docs.Api.Refusals;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>
/// A body on its way to the disk. It is counted, for a chunked one tells its length only by ending; and what is wrong
/// with it is told apart from what may be wrong with the disk.
/// </summary>
/// <param name="body">What comes in.</param>
/// <param name="limit">How long it may be.</param>
internal sealed class ReceivedStream(Stream body, long limit) : Stream
{
    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="RefusedException">It is longer than allowed, or ends before its end.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await ReadOrRefuseAsync(buffer, cancellationToken);
        Count += count;
        return Count <= limit ? count : throw new RefusedException(RefuseBatch.UploadTooLarge(limit));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<int> ReadOrRefuseAsync(Memory<byte> buffer, CancellationToken cancelled)
    {
        try
        {
            return await body.ReadAsync(buffer, cancelled);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException
            && !cancelled.IsCancellationRequested)
        {
            // The ways of a reader of forms to say that the parts do not follow each other as the boundary says.
            throw new RefusedException(Refuse.Unreadable(StatusCodes.Status400BadRequest));
        }
    }
}
