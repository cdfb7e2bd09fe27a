using System.Xml.Linq;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>A PDF as its objects say it is, read by our own reader: pages, operators, structure, metadata.</summary>
internal sealed class ParsedPdf
{
    private readonly Dictionary<PdfStream, ReadOnlyMemory<byte>> decoded = new(ReferenceEqualityComparer.Instance);

    private ParsedPdf(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Reader = PdfReader.Open(bytes);
        Objects = Reader.ObjectNumbers.ToDictionary(number => number, number => Resolve(new PdfIndirect(number)));
        Pages = [.. Items(Get<PdfDictionary>(Reader.Catalog, "Pages"), "Kids").Cast<PdfDictionary>()];
        Operators = [.. Pages.Select(page => ContentOperator.Read(Decode(Get<PdfStream>(page, "Contents"))))];
        var root = Get<PdfDictionary>(Reader.Catalog, "StructTreeRoot");
        AddElements(root["K"], null);
        Xmp = XDocument.Parse(System.Text.Encoding.UTF8.GetString(
            Decode(Get<PdfStream>(Reader.Catalog, "Metadata")).Span));
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public PdfReader Reader { get; }

    public PdfDictionary Catalog => Reader.Catalog;

    public IReadOnlyDictionary<int, PdfValue> Objects { get; }

    public IReadOnlyList<PdfDictionary> Pages { get; }

    /// <summary>The operators of each page.</summary>
    public IReadOnlyList<IReadOnlyList<ContentOperator>> Operators { get; }

    /// <summary>All structure elements in reading order.</summary>
    public List<PdfElement> Elements { get; } = [];

    public XDocument Xmp { get; }

    /// <summary>Every dictionary of the file: objects, those of streams, and those inside of others.</summary>
    public IEnumerable<PdfDictionary> Dictionaries
    {
        get
        {
            var waiting = new Stack<PdfValue>(Objects.Values);
            while (waiting.TryPop(out var value))
            {
                switch (value)
                {
                    case PdfStream stream:
                        waiting.Push(stream.Dictionary);
                        break;
                    case PdfArray array:
                        foreach (var item in array.Items)
                            waiting.Push(item);
                        break;
                    case PdfDictionary dictionary:
                        yield return dictionary;
                        foreach (var item in dictionary.Entries.Values)
                            waiting.Push(item);
                        break;
                }
            }
        }
    }

    public IEnumerable<PdfStream> Streams => Objects.Values.OfType<PdfStream>();

    /// <summary>The composite fonts.</summary>
    public IEnumerable<PdfDictionary> Fonts => Objects.Values.OfType<PdfDictionary>()
        .Where(font => font["Subtype"] is PdfName { Value: "Type0" });

    public static ParsedPdf Of(string name, byte[] bytes) => new(name, bytes);

    public PdfValue Resolve(PdfValue value) => Reader.Resolve(value);

    /// <summary>An entry that must be there.</summary>
    public T Get<T>(PdfDictionary dictionary, string key)
        where T : PdfValue => Assert.IsType<T>(Resolve(dictionary[key]));

    public IEnumerable<PdfValue> Items(PdfDictionary dictionary, string key) =>
        Reader.Items(dictionary, key).Select(Resolve);

    /// <summary>The bytes of a stream; inflated once, for the reader's patience has an end.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        if (!decoded.TryGetValue(stream, out var bytes))
            decoded[stream] = bytes = Reader.Decode(stream);
        return bytes;
    }

    public IEnumerable<PdfElement> ElementsOf(params string[] types) =>
        Elements.Where(element => types.Contains(element.Type));

    private void AddElements(PdfValue value, PdfElement? parent)
    {
        foreach (var item in Resolve(value) is PdfArray array ? array.Items : [value])
        {
            if (Resolve(item) is not PdfDictionary dictionary || dictionary["S"] is not PdfName type)
            {
                parent?.Contents.Add(Resolve(item));
                continue;
            }

            var element = new PdfElement(((PdfIndirect)item).Number, type.Value, dictionary, parent);
            parent?.Children.Add(element);
            Elements.Add(element);
            if (dictionary["K"] is not PdfNull)
                AddElements(dictionary["K"], element);
        }
    }
}

/// <summary>A structure element as it stands in the file.</summary>
internal sealed record PdfElement(int Number, string Type, PdfDictionary Dictionary, PdfElement? Parent)
{
    public List<PdfElement> Children { get; } = [];

    /// <summary>Its own content: numbers of marks, references to marks and to annotations.</summary>
    public List<PdfValue> Contents { get; } = [];
}
