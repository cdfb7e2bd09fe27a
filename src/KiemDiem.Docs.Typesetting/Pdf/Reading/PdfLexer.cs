using System.Buffers;
using System.Buffers.Text;

namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>Goes through bytes and reads what syntax makes of them: words, numbers, names, strings.</summary>
/// <remarks>Source: ISO 32000-1, 7.2 (lexical conventions), 7.3.3 to 7.3.5.</remarks>
internal sealed class PdfLexer(ReadOnlyMemory<byte> data, int position, ReadBudget budget)
{
    private const int MaxNumberLength = 40;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create([0, 9, 10, 12, 13, 32]);

    public int Position { get; set; } = position;

    public ReadOnlyMemory<byte> Data { get; } = data;

    private ReadOnlySpan<byte> Rest => Data.Span[Position..];

    /// <summary>The byte at the position; 0 at the end.</summary>
    public byte Current => Position < Data.Length ? Data.Span[Position] : (byte)0;

    public bool AtEnd => Position >= Data.Length;

    public void SkipBlanks()
    {
        var span = Data.Span;
        var start = Position;
        while (true)
        {
            var next = Rest.IndexOfAnyExcept(Blanks);
            Position = next < 0 ? span.Length : Position + next;
            if (next < 0 || span[Position] != '%')
                break;
            var end = Rest.IndexOfAny((byte)'\r', (byte)'\n');
            Position = end < 0 ? span.Length : Position + end;
        }

        budget.SpendScanned(Position - start);
    }

    /// <summary>Passes a keyword if it is next.</summary>
    public bool Take(ReadOnlySpan<byte> keyword)
    {
        if (!Rest.StartsWith(keyword))
            return false;
        Position += keyword.Length;
        return true;
    }

    public void Require(ReadOnlySpan<byte> keyword)
    {
        SkipBlanks();
        if (!Take(keyword))
            throw Broken();
    }

    /// <summary>A whole number that is not negative, as in "12 0 obj".</summary>
    public int RequireWhole()
    {
        SkipBlanks();
        if (!Utf8Parser.TryParse(Rest[..Math.Min(MaxNumberLength, Rest.Length)], out int value, out var length)
            || value < 0)
        {
            throw Broken();
        }

        Position += length;
        return value;
    }

    public double ReadNumber()
    {
        var text = Word();
        if (text.Length > MaxNumberLength)
            throw Broken();
        var number = text is [(byte)'+', .. var unsigned] ? unsigned : text;
        if (!Utf8Parser.TryParse(number, out double value, out var length) || length != number.Length)
            throw Broken();
        return value;
    }

    /// <summary>The bytes up to the next blank or delimiter.</summary>
    public ReadOnlySpan<byte> Word()
    {
        var start = Position;
        var span = Data.Span;
        while (Position < span.Length && !IsBlank(span[Position]) && !IsDelimiter(span[Position]))
            Position++;
        budget.SpendScanned(Position - start);
        return Position - start <= ReadLimits.StringBytes ? span[start..Position] : throw Broken();
    }

    /// <summary>A name; the slash is next.</summary>
    public string ReadName()
    {
        Position++;
        var word = Word();
        if (word.IndexOf((byte)'#') < 0)
            return System.Text.Encoding.UTF8.GetString(word);
        var bytes = new List<byte>(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != '#')
            {
                bytes.Add(word[i]);
                continue;
            }

            if (i + 2 >= word.Length)
                throw Broken();
            bytes.Add((byte)((Digit(word[i + 1]) << 4) | Digit(word[i + 2])));
            i += 2;
        }

        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>A string in angle brackets; the first is next.</summary>
    public byte[] ReadHexString()
    {
        Position++;
        var end = Rest[..Math.Min(2 * ReadLimits.StringBytes, Rest.Length)].IndexOf((byte)'>');
        if (end < 0)
            throw Broken();
        budget.SpendScanned(end);
        budget.SpendCopied(end / 2);
        var bytes = new List<byte>(end / 2);
        var high = -1;
        foreach (var c in Rest[..end])
        {
            if (IsBlank(c))
                continue;
            var digit = Digit(c);
            if (high >= 0)
                bytes.Add((byte)((high << 4) | digit));
            high = high < 0 ? digit : -1;
        }

        if (high >= 0)
            bytes.Add((byte)(high << 4));
        Position += end + 1;
        return [.. bytes];
    }

    /// <summary>A string in parentheses; the first is next.</summary>
    public byte[] ReadLiteralString()
    {
        var bytes = new List<byte>();
        var open = 0;
        while (!AtEnd && bytes.Count < ReadLimits.StringBytes)
        {
            var c = Current;
            Position++;
            if (c == '\\')
            {
                ReadEscape(bytes);
                continue;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0)
            {
                budget.SpendScanned(bytes.Count);
                budget.SpendCopied(bytes.Count);
                return [.. bytes];
            }

            if (c != '(' || open > 1)
                bytes.Add(c);
        }

        throw Broken();
    }

    public UnreadablePdfException Broken() => new($"The file is broken at byte {Position}.");

    private void ReadEscape(List<byte> bytes)
    {
        var c = Current;
        Position++;
        switch (c)
        {
            case (byte)'n':
                bytes.Add((byte)'\n');
                break;
            case (byte)'r':
                bytes.Add((byte)'\r');
                break;
            case (byte)'t':
                bytes.Add((byte)'\t');
                break;
            case (byte)'b':
                bytes.Add((byte)'\b');
                break;
            case (byte)'f':
                bytes.Add((byte)'\f');
                break;
            case (byte)'\r' when Current == '\n':
                Position++;
                break;
            case (byte)'\r' or (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                bytes.Add(Octal(c - '0'));
                break;
            default:
                bytes.Add(c);
                break;
        }
    }

    private byte Octal(int value)
    {
        for (var i = 0; i < 2 && Current is >= (byte)'0' and <= (byte)'7'; i++)
        {
            value = (value * 8) + (Current - '0');
            Position++;
        }

        return (byte)value;
    }

    private int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => throw Broken(),
    };

    private static bool IsBlank(byte c) => Blanks.Contains(c);

    private static bool IsDelimiter(byte c) => "()<>[]{}/%"u8.Contains(c);
}
