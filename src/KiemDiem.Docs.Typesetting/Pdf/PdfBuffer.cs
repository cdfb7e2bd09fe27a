using System.Buffers;
using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>Bytes of a PDF in the making: numbers, strings and operators in the syntax of ISO 32000-1, 7.3.</summary>
internal sealed class PdfBuffer
{
    private readonly ArrayBufferWriter<byte> bytes = new(4096);

    public int Length => bytes.WrittenCount;

    public ReadOnlySpan<byte> Span => bytes.WrittenSpan;

    public void Clear() => bytes.ResetWrittenCount();

    public PdfBuffer Add(ReadOnlySpan<byte> raw)
    {
        bytes.Write(raw);
        return this;
    }

    public PdfBuffer Add(string ascii)
    {
        var written = Encoding.ASCII.GetBytes(ascii, bytes.GetSpan(ascii.Length));
        bytes.Advance(written);
        return this;
    }

    public PdfBuffer Add(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
        return this;
    }

    public PdfBuffer Add(int value)
    {
        value.TryFormat(bytes.GetSpan(12), out var written, default, CultureInfo.InvariantCulture);
        bytes.Advance(written);
        return this;
    }

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

    /// <summary>A text string in UTF-16BE with its byte order mark, as hexadecimal digits.</summary>
    public PdfBuffer AddText(string text)
    {
        Add("<FEFF"u8);
        AddHex(text);
        return Add((byte)'>');
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
        var span = bytes.GetSpan(4);
        unit.TryFormat(span, out _, "X4", CultureInfo.InvariantCulture);
        bytes.Advance(4);
        return this;
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
