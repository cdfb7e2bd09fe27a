using System.IO.Compression;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Docx;

public static class DocxWriterTests
{
    [Fact]
    public static void The_validator_finds_no_fault_in_any_kind_of_node() =>
        Assert.Empty(DocxText.Faults(DocxWriter.Write(Everything(), Data)));

    [Fact]
    public static void The_page_is_that_of_the_document()
    {
        var xml = MainPart(Paragraph("a"));

        Assert.Contains("""<w:pgSz w:w="2400" w:h="2000" />""", xml, StringComparison.Ordinal);
        Assert.Contains(
            """w:top="800" w:right="400" w:bottom="400" w:left="400" w:header="200" """.TrimEnd(),
            xml,
            StringComparison.Ordinal);
        Assert.Contains("<w:titlePg", xml, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_page_number_is_a_field_in_the_header_of_all_pages_but_the_first()
    {
        var docx = DocxWriter.Write(Document(20, 2, Paragraph("a")));

        Assert.Contains("PAGE", DocxText.Part(docx, "word/header1.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("PAGE", DocxText.Part(docx, "word/header2.xml"), StringComparison.Ordinal);
        Assert.Contains(
            """w:type="first" """.TrimEnd(), DocxText.Part(docx, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public static void Leaders_are_tab_stops_and_no_dots_are_typed()
    {
        var line = new Paragraph(Style(), [new TextRun("Tên: ", Plain), Tab.Instance]);
        var stops = line.Format with { TabStops = [new TabStop(Column * 20, TabAlignment.Right, DotLeader: true)] };
        var xml = MainPart(line with { Format = stops }, new Paragraph(Style(), [new DottedBlank(9, Plain)]));

        Assert.Contains("""w:leader="dot" """.TrimEnd(), xml, StringComparison.Ordinal);
        Assert.DoesNotContain("..", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("…", xml, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_box_is_a_control_that_Word_can_tick()
    {
        var xml = MainPart(
            new Paragraph(Style(), [new CheckBox(true, "Tốt", Plain), new CheckBox(false, "Kém", Plain)]));

        Assert.Equal(2, xml.Split("<w14:checkbox>").Length - 1);
        Assert.Contains("""<w14:checked w14:val="1" />""", xml, StringComparison.Ordinal);
        Assert.Contains("""<w14:checked w14:val="0" />""", xml, StringComparison.Ordinal);
        Assert.Contains("☒", xml, StringComparison.Ordinal);
        Assert.Contains("☐", xml, StringComparison.Ordinal);
    }

    [Fact]
    public static void Styles_are_real_and_a_paragraph_says_only_where_it_departs_from_its_own()
    {
        var plain = MainPart(Paragraph("a"));
        var departing = MainPart(new Paragraph(Style(), [new TextRun("a", Plain with { Bold = true })]));

        Assert.Contains("""<w:pPr><w:pStyle w:val="test" /></w:pPr>""", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("<w:rPr>", plain, StringComparison.Ordinal);
        Assert.Contains("<w:b ", departing, StringComparison.Ordinal);
        Assert.DoesNotContain("<w:sz ", departing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("21-KL/TW", 1, 0)]
    [InlineData("2019-2022-2023", 2, 0)]
    [InlineData("12–13", 0, 1)]
    [InlineData("Mác - Lênin", 0, 0)]
    [InlineData("99,4%", 0, 0)]
    [InlineData("đạt… rồi", 0, 0)]
    [InlineData("đạt…rồi", 0, 1)]
    public static void What_could_break_inside_a_word_is_made_unbreakable(string text, int hyphens, int joiners)
    {
        var xml = MainPart(Paragraph(text));

        Assert.Equal(hyphens, xml.Split("<w:noBreakHyphen").Length - 1);
        Assert.Equal(joiners, xml.Count(c => c == '\u2060'));
        Assert.Equal(text, DocxText.Paragraphs(DocxWriter.Write(Document(20, 3, Paragraph(text))))[0]);
    }

    [Fact]
    public static void The_file_is_in_Vietnamese_and_in_the_named_font()
    {
        var styles = DocxText.Part(DocxWriter.Write(Document(20, 3)), "word/styles.xml");

        Assert.Contains("""<w:lang w:val="vi-VN" """.TrimEnd(), styles, StringComparison.Ordinal);
        Assert.Contains("""w:ascii="Times New Roman" """.TrimEnd(), styles, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_entry_bears_the_date_of_the_document()
    {
        using var zip = new ZipArchive(new MemoryStream(DocxWriter.Write(Document(20, 3, Paragraph("a")))));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2022, 12, 5), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public static void The_same_document_and_data_give_the_same_bytes() =>
        Assert.Equal(DocxWriter.Write(Everything(), Data), DocxWriter.Write(Everything(), Data));

    [Fact]
    public static void Other_data_have_another_identifier()
    {
        var other = Data with { Content = "{}"u8.ToArray() };

        Assert.NotEqual(
            DocxText.Part(DocxWriter.Write(Everything(), Data), "customXml/itemProps1.xml"),
            DocxText.Part(DocxWriter.Write(Everything(), other), "customXml/itemProps1.xml"));
    }

    [Fact]
    public static void A_control_is_bound_to_what_it_shows_and_equal_ones_share_it()
    {
        var name = new Control("/a", "Tên");
        var run = new TextRun("21-KL b", Plain) { Control = name };
        var docx = DocxWriter.Write(
            Document(20, 3, new Paragraph(Style(), [run, run, run with { Text = "c" }])), Data);
        var xml = DocxText.Part(docx, "word/document.xml");

        Assert.Equal(3, xml.Split("""<w:tag w:val="/a" />""").Length - 1);
        Assert.Equal(2, xml.Split("d:value[1]/d:shown[1]").Length - 1);
        Assert.Contains(
            "<d:value tag=\"/a\"><d:shown>21\u2011KL b</d:shown></d:value>"
            + "<d:value tag=\"/a\"><d:shown>c</d:shown></d:value>",
            DocxText.Part(docx, "customXml/item1.xml"),
            StringComparison.Ordinal);
    }

    [Fact]
    public static void Room_for_a_value_is_a_control_that_is_not_bound()
    {
        var docx = DocxWriter.Write(
            Document(20, 3, new Paragraph(Style(), [new DottedBlank(9, Plain) { Control = new Control("/a", "Tên") }])),
            Data);

        Assert.Contains("""<w:tag w:val="/a" />""", DocxText.Part(docx, "word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("dataBinding", DocxText.Part(docx, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_long_title_of_a_control_is_cut_to_what_Word_takes()
    {
        var run = new TextRun("b", Plain) { Control = new Control("/a", new string('t', 65)) };

        Assert.Contains(
            $"""<w:alias w:val="{new string('t', 63)}…" />""",
            MainPart(new Paragraph(Style(), [run])),
            StringComparison.Ordinal);
    }

    [Fact]
    public static void A_table_at_the_end_is_followed_by_a_paragraph_that_takes_no_page()
    {
        var table = new Table([Column * 20], [new TableRow([[Paragraph("a")]])]);
        Assert.Empty(DocxText.Faults(DocxWriter.Write(Document(20, 2, table))));
        Assert.Contains("</w:tbl><w:p>", MainPart(table), StringComparison.Ordinal);
    }

    private static Attachment Data { get; } = new(
        "record.json", "application/json", "Dữ liệu", AttachmentRelation.Source, """{"a":1}"""u8.ToArray());

    private static ControlGroup Texts { get; } = new("/k", "Kết quả");

    private static ControlGroup Boxes { get; } = new("/x", "Xếp loại", IsFixed: true);

    private static Document Everything() => Document(
        20,
        9,
        Paragraph("Một-1") with { Group = Texts, Control = new Control("/k/0", "Kết quả") },
        Paragraph("Hai") with { Group = Texts },
        Paragraph("") with { Control = new Control("/n", "Tên") },
        new Paragraph(Style(), [new CheckBox(true, "d", Plain) { Control = new Control("/x#d", "Xếp loại") }])
        {
            Group = Boxes,
        },
        new Paragraph(Style(), [new TextRun("b", Plain with { Bold = true }) { Control = new Control("/b", "Bê") }]),
        Paragraph(
            "Bản kiểm điểm",
            new() { Alignment = Alignment.Justify, KeepWithNext = true, SpaceAfter = Length.Pt(6) }),
        new Rule(Column * 8, Length.Pt(6)),
        new Table(
            [Column * 10, Column * 10],
            [
                new TableRow([
                    [Paragraph("a", new() { Alignment = Alignment.Centre }), new Rule(Column * 4, Length.Pt(4))],
                    [],
                ]),
            ]),
        new PageBreak(),
        new Paragraph(Style(outlineLevel: 1), [
            new TextRun("b-c", Plain with { Italic = true, Size = Length.Pt(12) }),
            Tab.Instance,
            new DottedBlank(5, Plain),
            new CheckBox(true, "d", Plain),
        ])
        {
            Format = new ParagraphFormat
            {
                LineHeight = Pitch,
                KeepTogether = true,
                LeftIndent = Column,
                FirstLineIndent = Column * -1,
                RightIndent = Column,
                TabStops = [new TabStop(Column * 5), new TabStop(Column * 19, TabAlignment.Right, DotLeader: true)],
            },
        });

    private static string MainPart(params IReadOnlyList<Block> blocks) =>
        DocxText.Part(DocxWriter.Write(Document(20, 2, blocks)), "word/document.xml");
}
