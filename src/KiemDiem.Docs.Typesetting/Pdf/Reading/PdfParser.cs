namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>Reads values; what they cost goes off the file's budget.</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> data, int position, ReadBudget budget)
{
    public PdfLexer Lexer { get; } = new(data, position, budget);

    public PdfValue ReadValue() => ReadValue(ReadLimits.Nesting);

    public PdfDictionary RequireDictionary() =>
        ReadValue() as PdfDictionary ?? throw Lexer.Broken();

    private PdfValue ReadValue(int depth)
    {
        budget.SpendValue();
        if (depth == 0)
            throw new UnreadablePdfException("The objects of the file are nested too deeply.");
        Lexer.SkipBlanks();
        switch (Lexer.Current)
        {
            case (byte)'/':
                return new PdfName(Lexer.ReadName());
            case (byte)'(':
                return new PdfString(Lexer.ReadLiteralString());
            case (byte)'[':
                return ReadArray(depth);
            case (byte)'<' when Lexer.Take("<<"u8):
                return ReadDictionary(depth);
            case (byte)'<':
                return new PdfString(Lexer.ReadHexString());
            case (byte)'t' when Lexer.Take("true"u8):
                return new PdfBoolean(true);
            case (byte)'f' when Lexer.Take("false"u8):
                return new PdfBoolean(false);
            case (byte)'n' when Lexer.Take("null"u8):
                return PdfNull.Instance;
            default:
                return ReadNumberOrReference();
        }
    }

    private PdfArray ReadArray(int depth)
    {
        Lexer.Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            Lexer.SkipBlanks();
            if (Lexer.Take("]"u8))
                return new PdfArray(items);
            items.Add(ReadValue(depth - 1));
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (true)
        {
            Lexer.SkipBlanks();
            if (Lexer.Take(">>"u8))
                return new PdfDictionary(entries);
            if (Lexer.Current != '/')
                throw Lexer.Broken();
            var key = Lexer.ReadName();
            entries[key] = ReadValue(depth - 1);
        }
    }

    /// <summary>"12" or "12.5" or "12 0 R".</summary>
    private PdfValue ReadNumberOrReference()
    {
        var number = new PdfNumber(Lexer.ReadNumber());
        if (number.Whole is not { } whole || whole < 0)
            return number;
        var after = Lexer.Position;
        Lexer.SkipBlanks();
        if (Lexer.Current is >= (byte)'0' and <= (byte)'9')
        {
            Lexer.Word();
            Lexer.SkipBlanks();
            if (Lexer.Word() is [(byte)'R'])
                return new PdfIndirect(whole);
        }

        Lexer.Position = after;
        return number;
    }
}
