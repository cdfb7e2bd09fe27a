using System.Buffers;
using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>Bytes of a PDF in the making: numbers, strings and operators in the syntax of ISO 32000-1, 7.3.</summary>
/// <remarks>
/// Its memory is lent, and given back with <see cref="Dispose"/>: of all that a file takes, buffers would be the most.
/// </remarks>
internal sealed class PdfBuffer : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    public PdfBuffer Add(ReadOnlySpan<byte> raw)
    {
        raw.CopyTo(Room(raw.Length));
        Length += raw.Length;
        return this;
    }

    public PdfBuffer Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBuffer Add(byte value)
    {
        if (Length == bytes.Length)
            Room(1);
        bytes[Length++] = value;
        return this;
    }

    public PdfBuffer Add(int value)
    {
        value.TryFormat(Room(12), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A reference to an object and the space that parts it from what follows.</summary>
    public PdfBuffer Add(PdfReference reference) => Add(reference.Number).Add(" 0 R "u8);

    /// <summary>A number with at most three decimals and no needless zeros.</summary>
    public PdfBuffer Add(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        if (thousandths < 0)
        {
            Add((byte)'-');
            thousandths = -thousandths;
        }

        Add((int)(thousandths / 1000));
        var decimals = (int)(thousandths % 1000);
        if (decimals == 0)
            return this;

        Add((byte)'.').Add((byte)('0' + (decimals / 100)));
        if (decimals % 100 != 0)
            Add((byte)('0' + (decimals / 10 % 10)));
        if (decimals % 10 != 0)
            Add((byte)('0' + (decimals % 10)));
        return this;
    }

    /// <summary>A distance in points and the space that parts it from what follows.</summary>
    public PdfBuffer Add(Length length) => Add(length.Points).Add((byte)' ');

    /// <summary>A two-byte character code inside a literal string, escaped where the syntax needs it.</summary>
    public PdfBuffer AddCode(ushort code)
    {
        AddStringByte((byte)(code >> 8));
        AddStringByte((byte)code);
        return this;
    }

    /// <summary>A text string in UTF-16BE with its byte order mark.</summary>
    public PdfBuffer AddText(string text)
    {
        Add((byte)'(').AddCode('\uFEFF');
        foreach (var unit in text)
            AddCode(unit);
        return Add((byte)')');
    }

    /// <summary>An ASCII text as a literal string.</summary>
    public PdfBuffer AddAscii(string ascii)
    {
        Add((byte)'(');
        foreach (var c in ascii)
            AddStringByte((byte)c);
        return Add((byte)')');
    }

    /// <summary>UTF-16BE as hexadecimal digits.</summary>
    public PdfBuffer AddHex(string text)
    {
        foreach (var unit in text)
            AddHex(unit);
        return this;
    }

    public PdfBuffer AddHex(ushort unit)
    {
        unit.TryFormat(Room(4), out var written, "X4", CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>What is free behind the written bytes, at least so many.</summary>
    private Span<byte> Room(int count)
    {
        if (bytes.Length - Length < count)
            Grow(Math.Max(2 * bytes.Length, Length + count));
        return bytes.AsSpan(Length);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    private void AddStringByte(byte value)
    {
        switch (value)
        {
            case (byte)'(' or (byte)')' or (byte)'\\':
                Add((byte)'\\').Add(value);
                break;
            case (byte)'\r':
                // A bare carriage return in a string is read as a line feed.
                Add("\\r"u8);
                break;
            default:
                Add(value);
                break;
        }
    }
}
