using System.Text;

namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>A value of a PDF file (ISO 32000-1, 7.3). The kinds are closed.</summary>
public abstract record PdfValue
{
    private protected PdfValue()
    {
    }
}

public sealed record PdfNull : PdfValue
{
    public static PdfNull Instance { get; } = new();
}

public sealed record PdfBoolean(bool Value) : PdfValue;

public sealed record PdfNumber(double Value) : PdfValue
{
    /// <summary>The number where it is a whole one of 32 bits.</summary>
    public int? Whole => Value == Math.Floor(Value) && Value is >= int.MinValue and <= int.MaxValue
        ? (int)Value
        : null;
}

/// <summary>A name without its slash, its escapes read as UTF-8.</summary>
public sealed record PdfName(string Value) : PdfValue;

public sealed record PdfString(ReadOnlyMemory<byte> Bytes) : PdfValue
{
    /// <summary>A text string: UTF-16BE with its mark, or else read byte for byte.</summary>
    public string Text => Bytes.Span is [0xFE, 0xFF, .. var unicode]
        ? Encoding.BigEndianUnicode.GetString(unicode)
        : Encoding.Latin1.GetString(Bytes.Span);
}

public sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

public sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue this[string key] => Entries.TryGetValue(key, out var value) ? value : PdfNull.Instance;
}

/// <param name="Dictionary">What the stream says of itself.</param>
/// <param name="Raw">Its bytes as they stand in the file.</param>
public sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfValue;

/// <summary>A reference to an object.</summary>
public sealed record PdfIndirect(int Number) : PdfValue;
