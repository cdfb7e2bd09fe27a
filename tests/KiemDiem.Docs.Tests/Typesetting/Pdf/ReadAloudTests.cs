using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using UglyToad.PdfPig;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>What a reader that cannot see the page is told: the tree as text.</summary>
public static class ReadAloudTests
{
    [Fact]
    public static void A_title_of_two_lines_is_one_heading_and_sections_are_below_it() => Assert.Equal(
        """
        H1 "PHIẾU XIN Ý KIẾN về một việc"
        P "Mở đầu."
        H2 "I. Ưu điểm"
        H3 "1. Về tư tưởng"
        """,
        Tree(
            Text("PHIẾU XIN Ý KIẾN", Role(SemanticRole.Title)),
            Text("về một việc", Role(SemanticRole.Title)),
            Text("Mở đầu."),
            Text("I. Ưu điểm", Style(outlineLevel: 1)),
            Text("1. Về tư tưởng", Style(outlineLevel: 2))));

    [Fact]
    public static void Without_a_title_the_first_section_is_the_first_heading() => Assert.Equal(
        """
        H1 "1. Mở đầu"
        H1 "I. Ưu điểm"
        H2 "1. Về tư tưởng"
        H1 "II. Hạn chế"
        """,
        Tree(
            Text("1. Mở đầu", Style(outlineLevel: 2)),
            Text("I. Ưu điểm", Style(outlineLevel: 1)),
            Text("1. Về tư tưởng", Style(outlineLevel: 2)),
            Text("II. Hạn chế", Style(outlineLevel: 1))));

    [Fact]
    public static void Items_in_a_row_are_one_list_and_inner_items_are_in_the_body_of_the_item_before() => Assert.Equal(
        """
        L
          LI
            Lbl "-"
            LBody "một"
              L
                LI
                  Lbl "+"
                  LBody "a"
                LI
                  Lbl "+"
                  LBody "b"
          LI
            Lbl "-"
            LBody "hai"
        P "Hết."
        L
          LI
            Lbl "+"
            LBody "lẻ"
        """,
        Tree(
            Item("-", "một", SemanticRole.Item),
            Item("+", "a", SemanticRole.SubItem),
            Item("+", "b", SemanticRole.SubItem),
            Item("-", "hai", SemanticRole.Item),
            Text("Hết."),
            Item("+", "lẻ", SemanticRole.SubItem)));

    [Fact]
    public static void A_table_is_read_column_by_column_and_an_empty_cell_stays() => Assert.Equal(
        """
        Table
          TR
            TD
              P "trái"
              P "dưới"
            TD
              P "phải"
            TD
        """,
        Tree(new Table(
            [Column * 10, Column * 10, Column * 10],
            [new TableRow([[Text("trái"), Text("dưới")], [Text("phải")], [new Rule(Column, Pitch)]])])));

    [Fact]
    public static void Dots_rules_and_empty_lines_are_read_to_nobody()
    {
        var stops = new ParagraphFormat { TabStops = [new TabStop(Column * 20, TabAlignment.Right, DotLeader: true)] };

        Assert.Equal(
            """
            P "Tên:"
            """,
            Tree(
                new Paragraph(Style(stops), [new TextRun("Tên:", Plain), Tab.Instance]),
                new Paragraph(Style(stops), [new TextRun(" ", Plain), Tab.Instance]),
                new Rule(Column * 9, Pitch),
                Text("7", Role(SemanticRole.PageNumber)),
                new Paragraph(Style(), [])));
    }

    [Fact]
    public static void A_box_says_what_it_is_and_whether_it_is_crossed()
    {
        var pdf = Parse(new Paragraph(Style(), [
            new CheckBox(true, "Tốt", Plain) { Spoken = "đã đánh dấu: Tốt" },
            new TextRun(" Tốt ", Plain),
            new CheckBox(false, "Kém", Plain) { Spoken = "chưa đánh dấu: Kém" },
            new TextRun(" Kém", Plain),
        ]));
        var boxes = pdf.ElementsOf("Form").ToList();

        Assert.Equal(
            ["đã đánh dấu: Tốt", "chưa đánh dấu: Kém"],
            boxes.Select(box => pdf.Get<PdfString>(box.Dictionary, "Alt").Text));
        Assert.All(boxes.Zip(["on", "off"]), pair =>
        {
            var attributes = pdf.Get<PdfDictionary>(pair.First.Dictionary, "A");
            Assert.Equal("PrintField", pdf.Get<PdfName>(attributes, "O").Value);
            Assert.Equal("cb", pdf.Get<PdfName>(attributes, "Role").Value);
            Assert.Equal(pair.Second, pdf.Get<PdfName>(attributes, "checked").Value);
        });
        var spoken = pdf.Operators[0].Where(op => op.Tag == "Span")
            .Select(op => pdf.Get<PdfString>((PdfDictionary)op.Operands[1], "ActualText").Text);
        Assert.Equal(["☒", "☐"], spoken);
    }

    /// <summary>Boxes of the forms bear the words of the composer.</summary>
    [Fact]
    public static void Every_box_of_every_form_is_described() => PdfCases.Each(pdf =>
    {
        foreach (var box in pdf.ElementsOf("Form").Where(form => form.Dictionary["A"] is not PdfNull))
        {
            var state = pdf.Get<PdfName>(pdf.Get<PdfDictionary>(box.Dictionary, "A"), "checked").Value;
            Assert.Matches(
                state == "on" ? "^đã đánh dấu: .+" : "^chưa đánh dấu: .+",
                pdf.Get<PdfString>(box.Dictionary, "Alt").Text);
        }
    });

    [Fact]
    public static void Words_stay_apart_where_a_line_or_a_page_ends()
    {
        var words = string.Join(' ', Enumerable.Repeat("nghiêng ngả", 40));

        Assert.Equal($"P \"{words}\"", Tree(20, 5, Text(words)));
    }

    [Fact]
    public static void Another_reader_finds_the_same_marks() => PdfCases.Each(pdf =>
    {
        using var document = PdfDocument.Open(pdf.Bytes);
        for (var i = 0; i < pdf.Pages.Count; i++)
        {
            var marks = document.GetPage(i + 1).GetMarkedContents();
            Assert.Equal(
                pdf.Operators[i].Where(op => op.MarkNumber is not null).Select(op => op.MarkNumber!.Value),
                marks.Where(mark => mark.MarkedContentIdentifier >= 0)
                    .Select(mark => mark.MarkedContentIdentifier).Order());
        }
    });

    private static ParagraphStyle Role(SemanticRole role) => Style() with { Role = role };

    private static Paragraph Text(string text, ParagraphStyle? style = null) =>
        new(style ?? Style(), [new TextRun(text, Plain)]);

    private static Paragraph Item(string sign, string text, SemanticRole role)
    {
        var hanging = new ParagraphFormat { LeftIndent = Column * 4, FirstLineIndent = Column * -4 };
        return new Paragraph(
            Style(hanging) with { Role = role }, [new TextRun(sign, Plain), Tab.Instance, new TextRun(text, Plain)]);
    }

    private static ParsedPdf Parse(params IReadOnlyList<Block> blocks) => Parse(60, 40, blocks);

    private static ParsedPdf Parse(int columns, int lines, IReadOnlyList<Block> blocks) =>
        ParsedPdf.Of("test", PdfWriter.Write(LayOut(columns, lines, blocks)));

    private static string Tree(params IReadOnlyList<Block> blocks) => Tree(60, 40, blocks);

    /// <summary>Elements below the document, a step to the right for each level, with their own text.</summary>
    private static string Tree(int columns, int lines, params IReadOnlyList<Block> blocks)
    {
        var pdf = Parse(columns, lines, blocks);
        using var document = PdfDocument.Open(pdf.Bytes);
        var pages = document.GetPages().Select(page => page.GetMarkedContents()).ToList();
        var tree = new StringBuilder();
        foreach (var element in pdf.Elements.Skip(1))
        {
            var depth = 0;
            for (var parent = element.Parent; parent!.Type != "Document"; parent = parent.Parent)
                depth++;
            var text = string.Concat(StructureTests.MarksOf(pdf, element).SelectMany(mark => pages[mark.Page]
                .Single(content => content.MarkedContentIdentifier == mark.Mark).Letters
                .Select(letter => letter.Value)));
            tree.Append(' ', 2 * depth).Append(element.Type);
            if (text.Length > 0)
                tree.Append(" \"").Append(text.Trim()).Append('"');
            tree.Append('\n');
        }

        return tree.ToString().TrimEnd();
    }
}
