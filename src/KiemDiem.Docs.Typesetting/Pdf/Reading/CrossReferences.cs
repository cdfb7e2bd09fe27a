namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>Where an object is: at an offset, or inside an object stream; or nowhere any more.</summary>
/// <param name="Kind">As in a cross-reference stream: 0 free, 1 at an offset, 2 in an object stream.</param>
/// <param name="Where">The offset, or the number of the object stream.</param>
/// <param name="Index">Its place in the object stream.</param>
internal readonly record struct ObjectPlace(int Kind, int Where, int Index);

/// <summary>The cross-reference sections of a file, from the newest back to the oldest; the newest wins.</summary>
/// <remarks>Source: ISO 32000-1, 7.5.4 (tables), 7.5.5 (trailer), 7.5.8 (streams).</remarks>
internal sealed class CrossReferences
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly ReadBudget budget;
    private readonly Dictionary<int, ObjectPlace> places = [];

    private CrossReferences(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        this.file = file;
        this.budget = budget;
    }

    public IReadOnlyDictionary<int, ObjectPlace> Places => places;

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = new(new Dictionary<string, PdfValue>());

    public static CrossReferences Read(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        var references = new CrossReferences(file, budget);
        references.ReadSections(StartOf(file, budget));
        return references;
    }

    private static int StartOf(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        var from = Math.Max(0, file.Length - ReadLimits.TailBytes);
        var at = file.Span[from..].LastIndexOf("startxref"u8);
        if (at < 0)
            throw new UnreadablePdfException("The file has no end.");
        return new PdfLexer(file, from + at + "startxref".Length, budget).RequireWhole();
    }

    private void ReadSections(int start)
    {
        var passed = new HashSet<int>();
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var offset))
        {
            if (!passed.Add(offset) || passed.Count > ReadLimits.Sections)
                throw new UnreadablePdfException("The cross-references of the file go round in a circle.");
            if (offset < 0 || offset >= file.Length)
                throw new UnreadablePdfException("A cross-reference leads out of the file.");
            var trailer = ReadSection(offset);
            if (passed.Count == 1)
                Trailer = trailer;

            // A hybrid file names its stream before its older sections (7.5.8.4).
            foreach (var key in (ReadOnlySpan<string>)["XRefStm", "Prev"])
            {
                if (trailer[key] is PdfNumber { Whole: { } next })
                    waiting.Enqueue(next);
            }
        }
    }

    private PdfDictionary ReadSection(int offset)
    {
        var parser = new PdfParser(file, offset, budget);
        parser.Lexer.SkipBlanks();
        return parser.Lexer.Take("xref"u8) ? ReadTable(parser) : ReadStream(parser);
    }

    private PdfDictionary ReadTable(PdfParser parser)
    {
        var lexer = parser.Lexer;
        while (true)
        {
            lexer.SkipBlanks();
            if (lexer.Take("trailer"u8))
                return parser.RequireDictionary();
            var (first, count) = (lexer.RequireWhole(), lexer.RequireWhole());
            for (var i = 0; i < count; i++)
            {
                budget.SpendValue();
                var offset = lexer.RequireWhole();
                lexer.RequireWhole();
                lexer.SkipBlanks();
                var kind = lexer.Take("n"u8) ? 1 : lexer.Take("f"u8) ? 0 : throw lexer.Broken();
                Add(first, i, new ObjectPlace(kind, offset, 0));
            }
        }
    }

    private PdfDictionary ReadStream(PdfParser parser)
    {
        var stream = IndirectObject.Read(parser, length => length as PdfNumber) as PdfStream
            ?? throw parser.Lexer.Broken();
        var dictionary = stream.Dictionary;
        if (dictionary["Type"] is not PdfName { Value: "XRef" } || Wholes(dictionary["W"]) is not [var a, var b, var c]
            || dictionary["Size"] is not PdfNumber { Whole: { } size } || a > 4 || b > 4 || c > 4)
        {
            throw parser.Lexer.Broken();
        }

        var data = IndirectObject.Decode(stream, budget, value => value).Span;
        var index = dictionary["Index"] is PdfArray ? Wholes(dictionary["Index"]) : [0, size];
        for (var section = 0; section + 1 < index.Count; section += 2)
        {
            var entries = Math.Min(index[section + 1], data.Length / Math.Max(a + b + c, 1));
            places.EnsureCapacity(Math.Min(places.Count + entries, ReadLimits.Objects));
            for (var i = 0; i < index[section + 1] && data.Length >= a + b + c; i++)
            {
                // Without a width of its own, the kind is 1.
                var kind = a == 0 ? 1 : Number(data[..a]);
                Add(index[section], i, new ObjectPlace(kind, Number(data.Slice(a, b)), Number(data.Slice(a + b, c))));
                data = data[(a + b + c)..];
            }
        }

        return dictionary;
    }

    private void Add(int first, int i, ObjectPlace place)
    {
        if (places.Count >= ReadLimits.Objects || first > int.MaxValue - i)
            throw new UnreadablePdfException("The file has too many objects.");
        places.TryAdd(first + i, place);
    }

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes)
            value = (value << 8) | b;
        return value <= int.MaxValue ? (int)value : -1;
    }

    private static List<int> Wholes(PdfValue value) => value is PdfArray array
        ? [.. array.Items.Select(item => item is PdfNumber { Whole: { } whole and >= 0 } ? whole : int.MaxValue)]
        : [];
}
