using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.7 and ISO 14289-1, 7: the structure tree and its ties to the pages.</summary>
public static class StructureTests
{
    private static readonly string[] Types =
        ["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Form"];

    /// <summary>What may stand in what; null is any content.</summary>
    private static readonly Dictionary<string, string[]> Kids = new()
    {
        ["Table"] = ["TR"],
        ["TR"] = ["TD", "TH"],
        ["L"] = ["LI"],
        ["LI"] = ["Lbl", "LBody"],
    };

    private static readonly Dictionary<string, string> Parents = new()
    {
        ["TR"] = "Table",
        ["TD"] = "TR",
        ["TH"] = "TR",
        ["LI"] = "L",
        ["Lbl"] = "LI",
        ["LBody"] = "LI",
    };

    [Fact]
    public static void The_file_says_that_it_is_tagged() => PdfCases.Each(pdf =>
    {
        Assert.True(pdf.Get<PdfBoolean>(pdf.Get<PdfDictionary>(pdf.Catalog, "MarkInfo"), "Marked").Value);
        Assert.Equal(
            "StructTreeRoot",
            pdf.Get<PdfName>(pdf.Get<PdfDictionary>(pdf.Catalog, "StructTreeRoot"), "Type").Value);
    });

    [Fact]
    public static void All_types_are_standard_and_none_is_mapped_to_another() => PdfCases.Each(pdf =>
    {
        Assert.Empty(pdf.Elements.Select(element => element.Type).Distinct().Except(Types));
        var root = pdf.Get<PdfDictionary>(pdf.Catalog, "StructTreeRoot");
        Assert.Empty(pdf.Get<PdfDictionary>(root, "RoleMap").Entries);
    });

    [Fact]
    public static void One_document_holds_everything_and_every_element_knows_its_parent() => PdfCases.Each(pdf =>
    {
        Assert.Equal("Document", pdf.Elements[0].Type);
        Assert.Single(pdf.ElementsOf("Document"));
        Assert.All(pdf.Elements, element =>
        {
            var parent = Assert.IsType<PdfIndirect>(element.Dictionary["P"]);
            Assert.Equal(
                element.Parent?.Number ?? ((PdfIndirect)pdf.Catalog["StructTreeRoot"]).Number, parent.Number);
        });
    });

    [Fact]
    public static void Tables_and_lists_are_nested_as_they_should() => PdfCases.Each(pdf =>
        Assert.All(pdf.Elements, element =>
        {
            if (Kids.TryGetValue(element.Type, out var kids))
            {
                Assert.NotEmpty(element.Children);
                Assert.Empty(element.Contents);
                Assert.Empty(element.Children.Select(child => child.Type).Except(kids));
            }

            if (Parents.TryGetValue(element.Type, out var parent))
                Assert.Equal(parent, element.Parent?.Type);
        }));

    [Fact]
    public static void The_rows_of_a_table_have_the_same_number_of_cells_and_no_cell_spans() => PdfCases.Each(pdf =>
    {
        Assert.All(pdf.ElementsOf("Table"), table =>
            Assert.Single(table.Children.Select(row => row.Children.Count).Distinct()));
        Assert.All(pdf.ElementsOf("TD"), cell => Assert.IsType<PdfNull>(cell.Dictionary["A"]));
        Assert.All(pdf.ElementsOf("TH"), cell => Assert.Equal(
            "Column", pdf.Get<PdfName>(pdf.Get<PdfDictionary>(cell.Dictionary, "A"), "Scope").Value));
    });

    [Fact]
    public static void Headings_begin_with_H1_and_skip_no_level() => PdfCases.Each(pdf =>
    {
        var before = 0;
        foreach (var heading in pdf.ElementsOf("H1", "H2", "H3"))
        {
            var level = heading.Type[1] - '0';
            Assert.InRange(level, 1, before + 1);
            before = level;
        }

        Assert.Single(pdf.ElementsOf("H1"));
    });

    [Fact]
    public static void Everything_on_a_page_is_either_an_artifact_or_an_element_and_never_both() => PdfCases.Each(pdf =>
        Assert.All(pdf.Operators, page =>
        {
            var open = new Stack<string>();
            foreach (var op in page)
            {
                if (op.Tag is { } tag)
                {
                    // Inside a mark only a span may begin, which tells the text of a drawn box.
                    Assert.True(open.Count == 0 || (tag == "Span" && open.Peek() == "Form"), tag);
                    Assert.True(tag is "Artifact" or "Span" || op.MarkNumber is not null, tag);
                    Assert.True(tag != "Artifact" || op.MarkNumber is null);
                    open.Push(tag);
                }
                else if (op.Name == "EMC")
                {
                    open.Pop();
                }
                else if (op.Paints)
                {
                    Assert.NotEmpty(open);
                }
            }

            Assert.Empty(open);
        }));

    [Fact]
    public static void Marks_and_elements_lead_to_each_other() => PdfCases.Each(pdf =>
    {
        var parents = ParentTree(pdf);
        var told = new HashSet<(int Page, int Mark)>();
        foreach (var element in pdf.Elements)
        {
            foreach (var (page, mark) in MarksOf(pdf, element))
            {
                Assert.True(told.Add((page, mark)), "A mark belongs to two elements.");
                Assert.Equal(element.Number, ((PdfIndirect)((PdfArray)parents[page]).Items[mark]).Number);
            }
        }

        for (var page = 0; page < pdf.Pages.Count; page++)
        {
            Assert.Equal(page, pdf.Get<PdfNumber>(pdf.Pages[page], "StructParents").Whole);
            var marks = pdf.Operators[page].Where(op => op.MarkNumber is not null).ToList();
            Assert.Equal(Enumerable.Range(0, marks.Count), marks.Select(op => op.MarkNumber!.Value));
            Assert.Equal(marks.Count, ((PdfArray)parents[page]).Items.Count);
            Assert.All(marks, op => Assert.Contains((page, op.MarkNumber!.Value), told));
        }
    });

    /// <summary>The tag of a mark is the type of its element, so that the page alone tells what it shows.</summary>
    [Fact]
    public static void Marks_bear_the_types_of_their_elements() => PdfCases.Each(pdf =>
    {
        foreach (var element in pdf.Elements)
        {
            foreach (var (page, mark) in MarksOf(pdf, element))
                Assert.Equal(element.Type, pdf.Operators[page].Single(op => op.MarkNumber == mark).Tag);
        }
    });

    /// <summary>The order of the tree is the order in which the pages are written.</summary>
    [Fact]
    public static void The_tree_is_read_in_the_order_of_the_pages() => PdfCases.Each(pdf =>
    {
        var read = InOrder(pdf, pdf.Elements[0]).ToList();

        Assert.Equal(read.Order(), read);
    });

    [Fact]
    public static void A_paragraph_on_two_pages_is_one_element()
    {
        var split = PdfCases.All.SelectMany(pdf => pdf.Elements.Select(element => MarksOf(pdf, element).ToList()))
            .Where(marks => marks.Select(mark => mark.Page).Distinct().Count() > 1);

        Assert.NotEmpty(split);
    }

    [Fact]
    public static void The_bookmarks_are_the_headings_below_the_title() => PdfCases.Each(pdf =>
    {
        var headings = pdf.ElementsOf("H2", "H3").Select(heading => heading.Number).ToList();
        var bookmarks = pdf.Catalog["Outlines"] is PdfNull
            ? []
            : Bookmarks(pdf, pdf.Get<PdfDictionary>(pdf.Catalog, "Outlines")).ToList();
        Assert.Equal(headings, bookmarks.Select(bookmark => ((PdfIndirect)bookmark["SE"]).Number));
    });

    [Fact]
    public static void The_language_is_told_once_for_all() => PdfCases.Each(pdf =>
    {
        Assert.Equal("vi-VN", pdf.Get<PdfString>(pdf.Catalog, "Lang").Text);
        Assert.All(pdf.Elements, element => Assert.IsType<PdfNull>(element.Dictionary["Lang"]));
    });

    [Fact]
    public static void Readers_show_the_title_and_go_through_fields_in_the_order_of_the_tree() => PdfCases.Each(pdf =>
    {
        var preferences = pdf.Get<PdfDictionary>(pdf.Catalog, "ViewerPreferences");
        Assert.True(pdf.Get<PdfBoolean>(preferences, "DisplayDocTitle").Value);
        Assert.All(pdf.Pages, page => Assert.Equal("S", pdf.Get<PdfName>(page, "Tabs").Value));
    });

    internal static Dictionary<int, PdfValue> ParentTree(ParsedPdf pdf)
    {
        var root = pdf.Get<PdfDictionary>(pdf.Catalog, "StructTreeRoot");
        var numbers = pdf.Get<PdfArray>(pdf.Get<PdfDictionary>(root, "ParentTree"), "Nums").Items;
        var tree = numbers.Chunk(2).ToDictionary(pair => ((PdfNumber)pair[0]).Whole!.Value, pair => pair[1]);
        Assert.Equal(tree.Count, pdf.Get<PdfNumber>(root, "ParentTreeNextKey").Whole);
        Assert.Equal(tree.Keys.Order(), tree.Keys);
        return tree;
    }

    internal static IEnumerable<(int Page, int Mark)> MarksOf(ParsedPdf pdf, PdfElement element)
    {
        foreach (var content in element.Contents)
        {
            if (content is PdfNumber { Whole: { } mark })
                yield return (PageOf(pdf, element.Dictionary), mark);
            else if (content is PdfDictionary reference && pdf.Get<PdfName>(reference, "Type").Value == "MCR")
                yield return (PageOf(pdf, reference), pdf.Get<PdfNumber>(reference, "MCID").Whole!.Value);
        }
    }

    private static int PageOf(ParsedPdf pdf, PdfDictionary dictionary) =>
        pdf.Pages.ToList().IndexOf(pdf.Get<PdfDictionary>(dictionary, "Pg"));

    /// <summary>Marks as a reader comes to them: an element's own and its children's as they stand in it.</summary>
    private static IEnumerable<(int Page, int Mark)> InOrder(ParsedPdf pdf, PdfElement element)
    {
        var children = new Queue<PdfElement>(element.Children);
        var own = new Queue<(int, int)>(MarksOf(pdf, element));
        foreach (var kid in pdf.Items(element.Dictionary, "K"))
        {
            if (kid is PdfDictionary { Entries: var entries } && entries.ContainsKey("S"))
            {
                foreach (var mark in InOrder(pdf, children.Dequeue()))
                    yield return mark;
            }
            else if (own.Count > 0)
            {
                yield return own.Dequeue();
            }
        }
    }

    private static IEnumerable<PdfDictionary> Bookmarks(ParsedPdf pdf, PdfDictionary parent)
    {
        var next = pdf.Resolve(parent["First"]) as PdfDictionary;
        while (next is not null)
        {
            yield return next;
            foreach (var below in Bookmarks(pdf, next))
                yield return below;
            next = pdf.Resolve(next["Next"]) as PdfDictionary;
        }
    }
}
