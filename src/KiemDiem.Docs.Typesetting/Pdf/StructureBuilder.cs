using System.Diagnostics;
using System.Globalization;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// Turns the blocks of a document into the skeleton of its structure tree: what is read, in which order, as what.
/// </summary>
/// <remarks>Source: ISO 32000-1, 14.8.4 (standard structure types); ISO 14289-1, 7.4 (headings), 7.5, 7.6.</remarks>
internal sealed class StructureBuilder
{
    /// <summary>There is no H7.</summary>
    private const int DeepestLevel = 6;

    private readonly List<StructureLeaf> leaves = [];

    /// <summary>How far sections stand below the title: not at all where there is none.</summary>
    private readonly int titleLevel;

    private int headingLevel;

    private StructureBuilder(bool hasTitle) => titleLevel = hasTitle ? 1 : 0;

    /// <returns>The root, and the blocks that have lines in the order in which layout sets them.</returns>
    public static (StructureElement Root, List<StructureLeaf> Leaves) Build(IReadOnlyList<Block> blocks)
    {
        var builder = new StructureBuilder(HasTitle(blocks));
        var root = new StructureElement("Document");
        builder.AddBlocks(root, blocks);
        return (root, builder.leaves);
    }

    private static bool HasTitle(IEnumerable<Block> blocks) => blocks.Any(block => block switch
    {
        Paragraph paragraph => paragraph.Role == SemanticRole.Title && HasWords(paragraph),
        Table table => table.Rows.SelectMany(row => row.Cells).Any(HasTitle),
        _ => false,
    });

    private void AddBlocks(StructureElement parent, IReadOnlyList<Block> blocks)
    {
        var place = new Place(parent);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    AddParagraph(place, paragraph);
                    break;
                case Rule:
                    leaves.Add(new StructureLeaf(block));
                    break;
                case Table table:
                    AddTable(parent, table);
                    break;
                case PageBreak:
                    break;
                default:
                    throw new UnreachableException($"No structure for {block.GetType().Name}.");
            }
        }
    }

    private void AddTable(StructureElement parent, Table table)
    {
        var element = parent.Add(new StructureElement("Table"));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var rowElement = element.Add(new StructureElement("TR"));
            foreach (var cell in table.Rows[row].Cells)
                AddBlocks(rowElement.Add(row < table.HeadingRows ? HeadingCell() : new StructureElement("TD")), cell);
            if (table.IsRuled)
                leaves.Add(new StructureLeaf(table));
        }
    }

    /// <summary>Heads its column (ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7).</summary>
    private static StructureElement HeadingCell() => new("TH") { Attributes = "/A<</O/Table/Scope/Column>>" };

    private void AddParagraph(Place place, Paragraph paragraph)
    {
        if (paragraph.Role == SemanticRole.PageNumber)
            return;
        var leaf = paragraph.Role switch
        {
            SemanticRole.Item => AddItem(place, paragraph, isInner: false),
            SemanticRole.SubItem => AddItem(place, paragraph, isInner: true),
            _ => new StructureLeaf(paragraph, AddText(place, paragraph)),
        };
        if (paragraph.SignaturePlace is not null)
            leaf = leaf with { Signature = place.Parent.Add(new StructureElement("Form")) };
        leaves.Add(leaf);
    }

    private StructureElement AddText(Place place, Paragraph paragraph)
    {
        var isTitle = paragraph.Role == SemanticRole.Title;
        place.List = place.InnerList = null;
        if (isTitle && place.Title is not null)
            return place.Title;
        var level = isTitle ? titleLevel : titleLevel + paragraph.Style.OutlineLevel;
        var type = level is { } known && HasWords(paragraph) ? Heading(known) : "P";
        var element = place.Parent.Add(new StructureElement(type));
        place.Title = isTitle ? element : null;
        return element;
    }

    private static bool HasWords(Paragraph paragraph) =>
        paragraph.Inlines.Any(inline => inline is TextRun run && !string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The first heading is H1, and no level is left out on the way down (ISO 14289-1, 7.4.2).</summary>
    private string Heading(int level)
    {
        headingLevel = Math.Min(Math.Min(level, headingLevel + 1), DeepestLevel);
        return "H" + headingLevel.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Items in a row are one list; a list inside an item is part of the item's body.</summary>
    private static StructureLeaf AddItem(Place place, Paragraph paragraph, bool isInner)
    {
        place.Title = null;
        StructureElement list;
        if (isInner && place.Body is not null && place.List is not null)
        {
            list = place.InnerList ??= place.Body.Last = new StructureElement("L");
        }
        else
        {
            list = place.List ??= place.Parent.Add(new StructureElement("L"));
            place.InnerList = null;
        }

        var item = list.Add(new StructureElement("LI"));
        var label = paragraph.Inlines is [TextRun, Tab, ..] ? item.Add(new StructureElement("Lbl")) : null;
        var body = item.Add(new StructureElement("LBody"));
        if (list == place.List)
            place.Body = body;
        return new StructureLeaf(paragraph, body, label);
    }

    /// <summary>Where the next block of a column goes.</summary>
    private sealed class Place(StructureElement parent)
    {
        public StructureElement Parent { get; } = parent;

        /// <summary>The title that the next line may go on with.</summary>
        public StructureElement? Title { get; set; }

        public StructureElement? List { get; set; }

        /// <summary>The body of the list's last item.</summary>
        public StructureElement? Body { get; set; }

        public StructureElement? InnerList { get; set; }
    }
}

/// <summary>A block that layout sets in lines, and where its text goes.</summary>
/// <param name="Block">Found again in the lines.</param>
/// <param name="Text">The element of its text; null where it is read to nobody.</param>
/// <param name="Label">The element of an item's sign.</param>
/// <param name="Signature">The element of the signature field below it.</param>
internal sealed record StructureLeaf(
    Block Block,
    StructureElement? Text = null,
    StructureElement? Label = null,
    StructureElement? Signature = null);
