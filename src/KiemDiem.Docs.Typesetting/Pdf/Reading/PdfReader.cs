namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>
/// A PDF file as objects. It trusts nothing: a file that is broken, encrypted or too large ends in an
/// <see cref="UnreadablePdfException"/>, soon and with little memory.
/// </summary>
/// <remarks>
/// It reads what PDF 1.7 allows, tables and streams of cross-references, object streams and later changes, but mends
/// nothing. Not for several threads.
/// </remarks>
public sealed class PdfReader
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly ReadBudget budget = new();
    private readonly CrossReferences crossReferences;
    private readonly Dictionary<int, PdfValue> known = [];
    private readonly Dictionary<int, PackedObjects> packs = [];
    private int depth;

    private PdfReader(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        crossReferences = CrossReferences.Read(file, budget);
        if (Trailer.Entries.ContainsKey("Encrypt"))
            throw new UnreadablePdfException("The file is encrypted.");
    }

    /// <summary>The entries of the newest trailer.</summary>
    public PdfDictionary Trailer => crossReferences.Trailer;

    public PdfDictionary Catalog => Get<PdfDictionary>(Trailer, "Root")
        ?? throw new UnreadablePdfException("The file has no catalog.");

    /// <summary>The numbers of all objects that there are.</summary>
    public IEnumerable<int> ObjectNumbers =>
        crossReferences.Places.Where(place => place.Value.Kind != 0).Select(place => place.Key).Order();

    /// <summary>Whether every object is where the cross-references say, for those that are in no stream.</summary>
    public bool StandsWhereItSays()
    {
        foreach (var (number, place) in crossReferences.Places)
        {
            if (place.Kind == 1 && (place.Where >= file.Length
                || new PdfLexer(file, place.Where, budget).RequireWhole() != number))
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="UnreadablePdfException">See the class.</exception>
    public static PdfReader Open(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith("%PDF-"u8))
            throw new UnreadablePdfException("The file is no PDF.");
        return new PdfReader(file);
    }

    /// <summary>The value that a reference leads to; any other value itself.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var i = 0; value is PdfIndirect reference; i++)
        {
            if (i == ReadLimits.Chain)
                throw new UnreadablePdfException("The references of the file go round in a circle.");
            value = Read(reference.Number);
        }

        return value;
    }

    /// <summary>An entry of a dictionary, if it is of that kind.</summary>
    public T? Get<T>(PdfDictionary dictionary, string key)
        where T : PdfValue => Resolve(dictionary[key]) as T;

    /// <summary>The elements of an array; a single value stands for an array of one.</summary>
    public IEnumerable<PdfValue> Items(PdfDictionary dictionary, string key) => Resolve(dictionary[key]) switch
    {
        PdfArray array => array.Items,
        PdfNull => [],
        _ => [dictionary[key]],
    };

    /// <summary>The bytes of a stream.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream) => IndirectObject.Decode(stream, budget, Resolve);

    /// <summary>The bytes of an associated file of the document (ISO 19005-3, Annex E).</summary>
    /// <returns>Null where the document has none of that name.</returns>
    public ReadOnlyMemory<byte>? Attachment(string name)
    {
        foreach (var item in Items(Catalog, "AF").Take(ReadLimits.Attachments))
        {
            if (Resolve(item) is PdfDictionary specification
                && (Get<PdfString>(specification, "UF") ?? Get<PdfString>(specification, "F"))?.Text == name
                && Get<PdfDictionary>(specification, "EF") is { } files
                && Get<PdfStream>(files, "F") is { } content)
            {
                return Decode(content);
            }
        }

        return null;
    }

    private PdfValue Read(int number)
    {
        if (known.TryGetValue(number, out var value))
            return value;
        if (!crossReferences.Places.TryGetValue(number, out var place))
            return PdfNull.Instance;
        if (++depth > ReadLimits.Chain)
            throw new UnreadablePdfException("The streams of the file lie inside each other.");
        value = place.Kind switch
        {
            1 => ReadAt(place.Where),
            2 => ReadPacked(place),
            _ => PdfNull.Instance,
        };
        depth--;
        known[number] = value;
        return value;
    }

    private PdfValue ReadAt(int offset)
    {
        if (offset < 0 || offset >= file.Length)
            throw new UnreadablePdfException("A cross-reference leads out of the file.");
        return IndirectObject.Read(new PdfParser(file, offset, budget), length => Resolve(length) as PdfNumber);
    }

    private PdfValue ReadPacked(ObjectPlace place)
    {
        if (!packs.TryGetValue(place.Where, out var pack))
        {
            var stream = Read(place.Where) as PdfStream
                ?? throw new UnreadablePdfException("An object stream is missing.");
            pack = PackedObjects.Of(stream, Decode(stream), budget);
            packs.Add(place.Where, pack);
        }

        return pack.Read(place.Index, budget);
    }

    /// <summary>An object stream, inflated (ISO 32000-1, 7.5.7).</summary>
    private sealed class PackedObjects(ReadOnlyMemory<byte> data, int[] offsets)
    {
        public static PackedObjects Of(PdfStream stream, ReadOnlyMemory<byte> data, ReadBudget budget)
        {
            if (stream.Dictionary["N"] is not PdfNumber { Whole: { } count and >= 0 and <= ReadLimits.Objects }
                || stream.Dictionary["First"] is not PdfNumber { Whole: { } first and >= 0 })
            {
                throw new UnreadablePdfException("An object stream does not say what it holds.");
            }

            var lexer = new PdfLexer(data, 0, budget);
            var offsets = new List<int>();
            for (var i = 0; i < count; i++)
            {
                budget.SpendValue();
                lexer.RequireWhole();
                offsets.Add((int)Math.Min((long)first + lexer.RequireWhole(), data.Length));
            }

            return new PackedObjects(data, [.. offsets]);
        }

        public PdfValue Read(int index, ReadBudget budget) => index >= 0 && index < offsets.Length
            ? new PdfParser(data, offsets[index], budget).ReadValue()
            : throw new UnreadablePdfException("An object stream is too short.");
    }
}
