using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

/// <summary>One signatory is a chain of paragraphs in the right half, two are a table.</summary>
public static class SignatureTests
{
    private static readonly Signatory Librarian = new()
    {
        Lines = [new StyledLine { Style = "ghiChuKy", Text = "Thủ thư" }],
        Field = "thuThu",
    };

    private static readonly Signatory Reader = new()
    {
        Lines = [new StyledLine { Style = "ghiChuKy", Text = "Người mượn" }],
        Field = "nguoiMuon",
    };

    private static readonly SignatureBlock One = new() { Right = Reader };
    private static readonly SignatureBlock Two = new() { Left = Librarian, Right = Reader };
    private static readonly string TwoLines = string.Join(' ', Enumerable.Repeat("Một hàng chữ dài.", 8));

    [Fact]
    public static void One_signatory_stands_centred_in_the_right_half()
    {
        var blocks = Composed.Blocks(One, """{ "nguoiMuon": "Đinh Thị Ổi" }""").Cast<Paragraph>().ToList();

        Assert.Equal(["Người mượn", "Đinh Thị Ổi"], DocumentText.Lines(blocks));
        Assert.All(blocks, line => Assert.Equal(Composed.TextWidth / 2, line.Format.LeftIndent));
        Assert.All(blocks, line => Assert.Equal(Alignment.Centre, line.Format.Alignment));
    }

    [Fact]
    public static void One_signatory_is_a_chain_that_no_page_end_splits()
    {
        var formats = Composed.Blocks(One).Cast<Paragraph>().Select(line => line.Format).ToList();

        Assert.Equal([true, false], formats.Select(format => format.KeepWithNext));
        Assert.All(formats, format => Assert.True(format.KeepTogether));
    }

    [Fact]
    public static void Two_signatories_stand_side_by_side()
    {
        var table = Table("""{ "nguoiMuon": "Đinh Thị Ổi", "thuThu": "Mạc Văn Khế" }""");

        Assert.Equal(Composed.TextWidth, table.ColumnWidths[0] + table.ColumnWidths[1]);
        Assert.InRange((table.ColumnWidths[0] - table.ColumnWidths[1]).Emu, -1, 1);
        Assert.Equal(["Thủ thư", "Mạc Văn Khế"], DocumentText.Lines(table.Rows[0].Cells[0]));
        Assert.Equal(["Người mượn", "Đinh Thị Ổi"], DocumentText.Lines(table.Rows[0].Cells[1]));
    }

    [Fact]
    public static void A_name_that_is_not_known_leaves_its_line_empty()
    {
        Paragraph[] names = [(Paragraph)Composed.Blocks(One)[^1], (Paragraph)Table("{}").Rows[0].Cells[0][^1]];

        Assert.All(names, name => Assert.Equal(StyleIds.HoTenKy, name.Style.Id));
        Assert.All(names, name => Assert.Empty(name.Inlines));
    }

    [Fact]
    public static void The_names_of_two_stand_on_one_line_however_long_their_titles_are()
    {
        var wordy = Librarian with
        {
            Lines = [new StyledLine { Style = "ghiChuKy", Text = "Thủ thư phụ trách phòng đọc và phòng mượn sách" }],
        };
        var form = TestEditions.Form with { Blocks = [new SignatureBlock { Left = wordy, Right = Reader }] };
        var record = Composed.Record(form, """{ "nguoiMuon": "Ổi", "thuThu": "Khế" }""");

        var page = LayoutEngine.LayOut(FormComposer.Compose(record, Engine.Fonts), Engine.Fonts).Pages[0];

        Assert.Equal(TopOf(page, "Khế"), TopOf(page, "Ổi"));
        Assert.True(TopOf(page, "Khế") > TopOf(page, "Thủ") + Length.Pt(32));
    }

    [Fact]
    public static void Above_a_signature_there_is_the_room_of_the_page_layout()
    {
        var blocks = Composed.Blocks([Said("Một."), Said("Hai."), One]).Cast<Paragraph>().ToList();

        Assert.Equal([Length.Pt(4), Length.Pt(4 + 4)], blocks.Take(2).Select(line => line.Format.SpaceAfter));
    }

    [Fact]
    public static void Two_short_paragraphs_keep_a_signature_company_and_the_third_is_free()
    {
        var blocks = Composed.Blocks([Said("Một."), Said("Hai."), Said("Ba."), One]);

        Assert.Equal([false, true, true], blocks.Take(3).Select(IsKept));
    }

    [Fact]
    public static void Two_that_sign_side_by_side_have_the_same_company()
    {
        var blocks = Composed.Blocks([Said("Một."), Said("Hai."), Said("Ba."), Two]);

        Assert.Equal([false, true, true], blocks.Take(3).Select(IsKept));
    }

    [Fact]
    public static void A_paragraph_of_two_lines_is_company_enough()
    {
        var blocks = Composed.Blocks([Said("Một."), Said(TwoLines), One]);

        Assert.Equal([false, true], blocks.Take(2).Select(IsKept));
    }

    [Fact]
    public static void A_paragraph_between_two_signatures_ties_them_together()
    {
        var blocks = Composed.Blocks([Said("Một."), One, Said("Ba."), One]);

        Assert.Equal([true, true, true, true], blocks.Take(4).Select(IsKept));
    }

    [Fact]
    public static void What_is_taken_for_two_lines_of_company_is_set_on_two_lines()
    {
        var item = new LongTextBlock { Field = "lyDoMuon", Lines = 1 };
        for (var length = 26; length <= 36; length++)
        {
            var form = TestEditions.Form with { Blocks = [Said("Một."), item, One] };
            var text = string.Concat(Enumerable.Repeat("n ", length));
            var record = Composed.Record(form, $$"""{ "lyDoMuon": "- {{text}}" }""");
            var document = FormComposer.Compose(record, Engine.Fonts);
            var lines = LayoutEngine.LayOut(document, Engine.Fonts).Pages[0].Lines;

            var count = lines.Count(line => ReferenceEquals(line.Line.Source, document.Blocks[1]));

            Assert.True(count > 0);
            Assert.True(count > 1 || IsKept(document.Blocks[0]), $"{length} words are one line and the only company.");
        }
    }

    [Theory]
    [InlineData("bao-cao-kiem-diem-tap-the", "phuongHuong", "T/M")]
    [InlineData("phieu-nhan-xet", "nhanXetKhac", "XÁC")]
    public static void Wherever_the_page_ends_a_signature_has_two_lines_before_it(
        string form, string field, string word)
    {
        var pages = new HashSet<int>();
        for (var count = 1; count <= 40; count++)
        {
            var paragraphs = string.Join(',', Enumerable.Repeat("\"Một đoạn.\"", count));
            var record = Composed.Record(Engine.Form(form), $$"""{ "{{field}}": [{{paragraphs}}] }""");
            var laidOut = LayoutEngine.LayOut(FormComposer.Compose(record, Engine.Fonts), Engine.Fonts);
            var page = laidOut.Pages.Last(one => one.Lines.Any(line => Holds(line, word)));
            var (top, signature) = (laidOut.Document.Page.Top, TopOf(page, word));

            pages.Add(page.Number);
            Assert.InRange(page.Lines.Count(line => line.Top >= top && line.Top < signature), 2, 100);
        }

        Assert.True(pages.Count > 1, "The signature should have moved over the end of a page.");
    }

    private static ParagraphBlock Said(string text) => new() { Text = text };

    private static Table Table(string json) => Assert.IsType<Table>(Assert.Single(Composed.Blocks(Two, json)));

    private static bool IsKept(Block block) => block is Paragraph { Format.KeepWithNext: true };

    private static Length TopOf(Page page, string word) => page.Lines.Last(line => Holds(line, word)).Top;

    private static bool Holds(PlacedLine line, string word) => SetWords.Of(line.Line).Contains(word);
}
