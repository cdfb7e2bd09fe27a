using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>A Word file taken apart, changed by hand and put together again.</summary>
internal sealed class DocxEdit
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace D = "urn:kiemdiem-docs:record:1";

    public const string MainPart = "word/document.xml";
    public const string DataPart = "customXml/item1.xml";

    public DocxEdit(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var source = entry.Open();
            source.CopyTo(content);
            Parts.Add(entry.FullName, content.ToArray());
        }

        Main = Xml(MainPart);
        Data = Xml(DataPart);
    }

    public Dictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public XDocument Main { get; }

    public XDocument Data { get; }

    /// <summary>The controls with a tag, in the order of the document.</summary>
    public List<XElement> Controls(string tag) =>
        [.. Main.Descendants(W + "sdt").Where(control => TagOf(control) == tag)];

    public static string? TagOf(XElement control) =>
        control.Element(W + "sdtPr")!.Element(W + "tag")?.Attribute(W + "val")?.Value;

    /// <summary>What the controls of a tag are bound to.</summary>
    public List<XElement> Values(string tag) =>
    [
        .. Data.Root!.Elements(D + "value")
            .Where(value => value.Attribute("tag")?.Value == tag)
            .Select(value => value.Element(D + "shown")!),
    ];

    /// <summary>Types over all that a control says.</summary>
    public static void Type(XElement control, string text)
    {
        var run = control.Descendants(W + "r").First();
        foreach (var other in control.Descendants(W + "r").Skip(1).ToList())
            other.Remove();
        run.Elements().Where(part => part.Name != W + "rPr").Remove();
        run.Add(new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
    }

    public static XElement Paragraph(string text) =>
        new(W + "p", new XElement(W + "r", new XElement(W + "t", text)));

    /// <summary>Clicks on a box.</summary>
    public static void Click(XElement box)
    {
        var state = box.Descendants(W14 + "checked").Single().Attribute(W14 + "val")!;
        state.Value = state.Value == "1" ? "0" : "1";
        box.Descendants(W + "t").Single().Value = state.Value == "1" ? "☒" : "☐";
    }

    public byte[] ToBytes()
    {
        Parts[MainPart] = Bytes(Main);
        Parts[DataPart] = Bytes(Data);
        return Zip(Parts);
    }

    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var target = zip.CreateEntry(name).Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(XDocument xml) =>
        Encoding.UTF8.GetBytes(xml.Declaration + xml.ToString(SaveOptions.DisableFormatting));

    private XDocument Xml(string part) =>
        XDocument.Load(new MemoryStream(Parts[part]), LoadOptions.PreserveWhitespace);
}
