namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>
/// Passes XML through and stops where it grows too long: the whole, one tag, or one text. The framework's reader
/// limits none of the last two, and takes each of them into memory at once.
/// </summary>
/// <param name="source">Inflates.</param>
/// <param name="spend">Is told each number of bytes, for the sum of all parts.</param>
internal sealed class MeteredStream(Stream source, Action<int> spend) : Stream
{
    private int total;
    private int length;
    private bool isTag;
    private byte quote;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        spend(read);
        total += read;
        if (total > DocxLimits.PartBytes)
            throw TooLong();
        foreach (var b in buffer[..read])
            Meter(b);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// A "&lt;" stands nowhere but at the beginning of a tag; a "&gt;" also stands in the values of attributes.
    /// </summary>
    private void Meter(byte b)
    {
        if (b == '<')
            (isTag, quote, length) = (true, 0, 0);
        else if (isTag && quote != 0)
            quote = b == quote ? (byte)0 : quote;
        else if (isTag && b is (byte)'"' or (byte)'\'')
            quote = b;
        else if (isTag && b == '>')
            (isTag, length) = (false, 0);
        if (++length > (isTag ? DocxLimits.TagBytes : DocxLimits.TextBytes))
            throw TooLong();
    }

    private static UnreadableDocxException TooLong() => new(DocxFault.Costly, "A part of the package is too long.");
}
