using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// The structure tree of one file: tells where each line belongs, gathers the marks of the pages, and is written last.
/// </summary>
/// <remarks>Source: ISO 32000-1, 14.7.2 (hierarchy), 14.7.4 (content), 14.7.4.4 (the way back, ParentTree).</remarks>
internal sealed class StructureTree
{
    private const int NoPage = -1;

    private readonly StructureElement root;
    private readonly List<StructureLeaf> leaves;
    private readonly List<List<StructureElement>> marks = [];
    private readonly List<StructureElement> annotated = [];
    private readonly List<StructureElement> headings = [];
    private int current = -1;

    public StructureTree(Document document) => (root, leaves) = StructureBuilder.Build(document.Blocks);

    /// <summary>The key of a page in the ParentTree is its place among the pages; annotations come after.</summary>
    public void BeginPage() => marks.Add([]);

    /// <summary>Where a line belongs. Lines come in the order in which they were set.</summary>
    /// <returns>Null for what is read to nobody.</returns>
    public StructureLeaf? LeafOf(Line line)
    {
        if (line.Source is Paragraph { Role: SemanticRole.PageNumber })
            return null;
        if (line.IsFirst)
            current++;
        var leaf = leaves[current];
        if (!ReferenceEquals(leaf.Block, line.Source))
            throw new InvalidOperationException("The lines of the pages are not in the order of the blocks.");
        if (line.IsFirst && line.Source is Paragraph { Style.OutlineLevel: not null })
            headings.Add(leaf.Text!);
        return leaf;
    }

    /// <summary>Begins a marked stretch of the page for an element.</summary>
    /// <returns>Its number on the page.</returns>
    public int Mark(StructureElement element)
    {
        var page = marks[^1];
        element.Kids.Add(new StructureKid(null, marks.Count - 1, page.Count));
        page.Add(element);
        return page.Count - 1;
    }

    /// <summary>Ties an annotation to its element.</summary>
    /// <returns>Its key in the ParentTree.</returns>
    public int Annotate(StructureElement element, PdfReference annotation, int page, int pages)
    {
        element.Kids.Add(new StructureKid(null, page, Annotation: annotation));
        annotated.Add(element);
        return pages + annotated.Count - 1;
    }

    /// <summary>The element of the nth section of the outline; null where the section has no words.</summary>
    public PdfReference? HeadingReference(int index) => headings[index].Reference;

    /// <summary>Writes the tree.</summary>
    /// <returns>The StructTreeRoot.</returns>
    public PdfReference Write(PdfFile file, List<PdfReference> pages)
    {
        var reference = file.Reserve();
        Number(file, root);
        WriteElement(file, root, reference, pages);
        var parents = WriteParents(file);
        file.Pack(reference)
            .Add("<</Type/StructTreeRoot/RoleMap<<>>/K "u8).Add(root.Reference!.Value)
            .Add("/ParentTree "u8).Add(parents)
            .Add("/ParentTreeNextKey "u8).Add(marks.Count + annotated.Count).Add(">>"u8);
        return reference;
    }

    /// <summary>What has nothing to say is not written; but a row keeps all its cells.</summary>
    private static bool Number(PdfFile file, StructureElement element)
    {
        if (element.Last is { } last)
            element.Add(last);
        element.Kids.RemoveAll(kid => kid.Element is { } child && !Number(file, child));
        if (element.Kids.Count == 0 && element.Type is not ("TD" or "TH" or "Document"))
            return false;
        element.Reference = file.Reserve();
        return true;
    }

    private static void WriteElement(
        PdfFile file, StructureElement element, PdfReference parent, List<PdfReference> pages)
    {
        var reference = element.Reference!.Value;
        var buffer = file.Pack(reference).Add("<</S/"u8).Add(element.Type).Add("/P "u8).Add(parent);
        var own = element.Kids.FindIndex(kid => kid.Element is null);
        var home = own < 0 ? NoPage : element.Kids[own].Page;
        if (home != NoPage)
            buffer.Add("/Pg "u8).Add(pages[home]);
        if (element.Alternative is { } alternative)
            buffer.Add("/Alt"u8).AddText(alternative);
        buffer.Add(element.Attributes);
        if (element.Kids.Count > 0)
        {
            buffer.Add("/K["u8);
            foreach (var kid in element.Kids)
                WriteKid(buffer, kid, home, pages);
            buffer.Add((byte)']');
        }

        buffer.Add(">>"u8);
        foreach (var kid in element.Kids)
        {
            if (kid.Element is { } child)
                WriteElement(file, child, reference, pages);
        }
    }

    private static void WriteKid(PdfBuffer buffer, StructureKid kid, int home, List<PdfReference> pages)
    {
        if (kid.Element is { } element)
            buffer.Add(element.Reference!.Value);
        else if (kid.Annotation is { } annotation)
            buffer.Add("<</Type/OBJR/Obj "u8).Add(annotation).Add(">>"u8);
        else if (kid.Page == home)
            buffer.Add(kid.Mark).Add((byte)' ');
        else
            buffer.Add("<</Type/MCR/Pg "u8).Add(pages[kid.Page]).Add("/MCID "u8).Add(kid.Mark).Add(">>"u8);
    }

    private PdfReference WriteParents(PdfFile file)
    {
        var reference = file.Reserve();
        var buffer = file.Pack(reference).Add("<</Nums["u8);
        for (var page = 0; page < marks.Count; page++)
        {
            buffer.Add(page).Add((byte)'[');
            foreach (var element in marks[page])
                buffer.Add(element.Reference!.Value);
            buffer.Add((byte)']');
        }

        for (var i = 0; i < annotated.Count; i++)
            buffer.Add(marks.Count + i).Add((byte)' ').Add(annotated[i].Reference!.Value);
        buffer.Add("]>>"u8);
        return reference;
    }
}
