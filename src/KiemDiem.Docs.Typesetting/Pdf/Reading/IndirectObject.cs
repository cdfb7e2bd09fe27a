namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>Reads "12 0 obj … endobj", and what is in its stream.</summary>
/// <remarks>Source: ISO 32000-1, 7.3.8 (streams), 7.3.10 (indirect objects).</remarks>
internal static class IndirectObject
{
    /// <param name="parser">Stands before the number.</param>
    /// <param name="lengthOf">Resolves the length of a stream; null where it cannot be told.</param>
    public static PdfValue Read(PdfParser parser, Func<PdfValue, PdfNumber?> lengthOf)
    {
        var lexer = parser.Lexer;
        lexer.RequireWhole();
        lexer.RequireWhole();
        lexer.Require("obj"u8);
        var value = parser.ReadValue();
        lexer.SkipBlanks();
        if (value is not PdfDictionary dictionary || !lexer.Take("stream"u8))
            return value;
        if (!lexer.Take("\r\n"u8) && !lexer.Take("\n"u8))
            throw lexer.Broken();
        var start = lexer.Position;
        if (lengthOf(dictionary["Length"])?.Whole is not { } length || length < 0 || length > lexer.Data.Length - start)
            throw new UnreadablePdfException("A stream of the file is longer than the file.");
        lexer.Position = start + length;
        lexer.Require("endstream"u8);
        return new PdfStream(dictionary, lexer.Data.Slice(start, length));
    }

    /// <summary>The bytes of a stream, inflated where they are deflated; no other filter is known.</summary>
    public static ReadOnlyMemory<byte> Decode(PdfStream stream, ReadBudget budget, Func<PdfValue, PdfValue> resolve)
    {
        var filter = Only(resolve(stream.Dictionary["Filter"]));
        if (filter is PdfNull)
            return stream.Raw;
        if (filter is not PdfName { Value: "FlateDecode" })
            throw new UnreadablePdfException("A stream of the file is written in a way that is not known.");
        var data = StreamDecoder.Inflate(stream.Raw, budget);
        return Only(resolve(stream.Dictionary["DecodeParms"])) is PdfDictionary parameters
            ? StreamDecoder.Unpredict(data, Whole(parameters["Predictor"]), Whole(parameters["Columns"]))
            : data;
    }

    /// <summary>A value, or the only one of an array.</summary>
    private static PdfValue Only(PdfValue value) => value is PdfArray { Items: [var only] } ? only : value;

    private static int Whole(PdfValue value) => value is PdfNumber { Whole: { } whole } ? whole : 1;
}
