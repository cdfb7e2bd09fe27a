using System.IO.Compression;
using System.Text;
using System.Xml;
using KiemDiem.Docs.Typesetting.Fonts;

namespace KiemDiem.Docs.Proof;

/// <summary>Checks of a Word file: each part is read once, from beginning to end.</summary>
/// <remarks>
/// Sources: ECMA-376, part 2, 9.3 (relationships) and 10.1.2 (content types); part 1, 17.2 (body), 17.3.1.27 (pStyle).
/// </remarks>
internal sealed class DocxProof
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "word/document.xml";

    /// <summary>The two boxes are set in a font that Word has.</summary>
    private const string Boxes = "\u2610\u2612";

    private static readonly string[] NeededParts =
        ["[Content_Types].xml", "_rels/.rels", Main, "word/_rels/document.xml.rels", "word/styles.xml"];

    /// <summary>One table of names for all parts: most of them use the same few.</summary>
    private readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        NameTable = new NameTable(),
    };

    private readonly HashSet<string> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> typed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> styles = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedStyles = new(StringComparer.Ordinal);
    private readonly HashSet<string> links = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedLinks = new(StringComparer.Ordinal);
    private readonly List<string> targets = [];
    private readonly StringBuilder text = new();
    private string lastOfBody = string.Empty;
    private bool isDocument;

    private DocxProof()
    {
    }

    /// <summary>The text of the document without blanks.</summary>
    public string Text => text.ToString();

    /// <summary>How many boxes are ticked.</summary>
    public int Ticks { get; private set; }

    /// <exception cref="InvalidDataException">It is no ZIP file.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public static DocxProof Read(byte[] file)
    {
        var docx = new DocxProof();
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            if (!docx.parts.Add(entry.FullName))
                throw new InvalidDataException("A part stands twice.");
            using var content = entry.Open();
            using var reader = XmlReader.Create(content, docx.settings);
            docx.Read(entry.FullName, reader);
        }

        return docx;
    }

    public bool HoldsTogether() =>
        NeededParts.All(parts.Contains)
        && targets.All(parts.Contains)
        && parts.All(part => typed.Contains(part) || typed.Contains(Path.GetExtension(part)) || part == NeededParts[0]);

    public bool HasEveryGlyph(FontLibrary fonts) => new HashSet<Rune>(Text.EnumerateRunes())
        .All(rune => fonts.Has(rune.Value) || Boxes.Contains(rune.ToString(), StringComparison.Ordinal));

    public bool MeetsTheLeast() =>
        isDocument && lastOfBody == "sectPr" && usedStyles.IsSubsetOf(styles) && usedLinks.IsSubsetOf(links);

    private void Read(string part, XmlReader reader)
    {
        Action<XmlReader> look = part switch
        {
            Main => LookAtMain,
            "[Content_Types].xml" => LookAtType,
            "word/styles.xml" => LookAtStyle,
            _ when part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) => node => LookAtLink(part, node),
            _ => _ => { },
        };
        while (reader.Read())
            look(reader);
    }

    private void LookAtMain(XmlReader node)
    {
        if (node.NodeType == XmlNodeType.Text || node.NodeType == XmlNodeType.SignificantWhitespace)
        {
            text.AddLetters(node.Value);
            return;
        }

        if (node.NodeType != XmlNodeType.Element)
            return;
        if (node.Depth == 2)
            lastOfBody = node.LocalName;
        switch (node.LocalName)
        {
            case "document" when node.Depth == 0 && node.NamespaceURI == Word:
                isDocument = true;
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "pStyle" when node.GetAttribute("val", Word) is { } style:
                usedStyles.Add(style);
                break;
            case "checked" when node.NamespaceURI == Word2010 && node.GetAttribute("val", Word2010) == "1":
                Ticks++;
                break;
            case "headerReference" or "footerReference" when node.GetAttribute("id", Relations) is { } link:
                usedLinks.Add(link);
                break;
        }
    }

    private void LookAtType(XmlReader node)
    {
        if (node.LocalName == "Override" && node.GetAttribute("PartName") is ['/', .. var part])
            typed.Add(part);
        else if (node.LocalName == "Default" && node.GetAttribute("Extension") is { } extension)
            typed.Add("." + extension);
    }

    private void LookAtStyle(XmlReader node)
    {
        if (node is { NodeType: XmlNodeType.Element, LocalName: "style" }
            && node.GetAttribute("styleId", Word) is { } id)
        {
            styles.Add(id);
        }
    }

    /// <summary>Targets are relative to the folder of the part that the relationships are of.</summary>
    private void LookAtLink(string part, XmlReader node)
    {
        if (node.LocalName != "Relationship" || node.GetAttribute("Target") is not { } target
            || node.GetAttribute("TargetMode") == "External")
        {
            return;
        }

        if (part == "word/_rels/document.xml.rels")
            links.Add(node.GetAttribute("Id") ?? string.Empty);
        var folder = part[..part.IndexOf("_rels/", StringComparison.Ordinal)];
        targets.Add(new Uri(new Uri("http://package/" + folder), target).AbsolutePath.TrimStart('/'));
    }
}
