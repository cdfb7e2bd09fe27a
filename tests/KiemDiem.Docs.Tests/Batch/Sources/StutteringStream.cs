namespace KiemDiem.Docs.Tests.Batch.Sources;

/// <summary>Gives no more than so many bytes at a time, as networks and pipes do.</summary>
internal sealed class StutteringStream(byte[] bytes, int piece) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
}
