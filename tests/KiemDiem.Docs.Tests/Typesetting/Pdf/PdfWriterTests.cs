using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using UglyToad.PdfPig;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

public static class PdfWriterTests
{
    private static readonly ParagraphFormat Justified = new() { Alignment = Alignment.Justify };

    [Fact]
    public static void PdfPig_and_poppler_read_every_word_back()
    {
        var words = ("Cộng hòa xã hội chủ nghĩa Việt Nam ẮẰẲẴẶ ỐỒỔỖỘ 21-KL/TW “tự diễn biến” (1.234,5%) "
            + "Ê\u0306 Ơ\u0306 čŏ").Split(' ');
        var text = string.Join(' ', Enumerable.Repeat(words, 12).SelectMany(word => word));
        var pdf = Write(60, 8, Paragraph(text, Justified));

        Assert.Equal(text.Split(' '), WithoutNumbers(PdfText.Words(pdf)));
        Assert.Equal(text.Split(' '), WithoutNumbers(Poppler(pdf)));
    }

    [Fact]
    public static void Three_readers_find_a_sign_as_it_was_written()
    {
        string[] signs = ["21-KL/TW", "44/2020/QĐ-UBND", "2019-2022", "12–13%", "đạt…rồi", "A—B"];
        using var folder = new TempFolder();
        var pdf = Write(70, 3, Paragraph(string.Join(' ', signs)));
        File.WriteAllBytes(folder.File("a.pdf"), pdf);
        var mutool = Tool.Run("mutool", ["draw", "-q", "-F", "txt", folder.File("a.pdf")]);

        Assert.Equal(signs, PdfText.Words(pdf));
        Assert.Equal(signs, Poppler(pdf));
        Assert.Equal(signs, mutool.Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public static void Each_word_stands_where_layout_put_it()
    {
        var laidOut = LayOut(60, 30, Paragraph(string.Join(' ', Enumerable.Repeat("nghiêng ngả lời", 20)), Justified));
        using var pdf = PdfDocument.Open(PdfWriter.Write(laidOut));
        var letters = pdf.GetPage(1).Letters;
        var height = laidOut.Document.Page.Height.Points;
        var at = 0;

        foreach (var line in laidOut.Pages[0].Lines)
        {
            foreach (var word in line.Line.Items.OfType<TextItem>().SelectMany(item => item.Words))
            {
                while (letters[at].Value == " ")
                    at++;
                Assert.Equal((line.X + word.X).Points, letters[at].StartBaseLine.X, 0.02);
                Assert.Equal(height - line.Baseline.Points, letters[at].StartBaseLine.Y, 0.002);
                at += word.Word.Glyphs.Length;
            }
        }
    }

    [Fact]
    public static void The_file_says_its_title_language_and_date()
    {
        var pdf = Write(20, 3, Paragraph("a"));
        using var document = PdfDocument.Open(pdf);

        Assert.Equal("Test", document.Information.Title);
        Assert.Equal("D:20221205000000Z", document.Information.CreationDate);
        Assert.Contains("/Lang(vi-VN)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public static void Sections_are_bookmarks_in_a_tree()
    {
        var one = new Paragraph(Style(outlineLevel: 1), [new TextRun("I. Ưu điểm", Plain)]);
        var two = new Paragraph(Style(outlineLevel: 2), [new TextRun("1. Về tư tưởng", Plain)]);
        using var document = PdfDocument.Open(Write(30, 2, one, two, Paragraph("."), one));

        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["I. Ưu điểm", "I. Ưu điểm"], bookmarks.Roots.Select(root => root.Title));
        Assert.Equal("1. Về tư tưởng", Assert.Single(bookmarks.Roots[0].Children).Title);
    }

    [Fact]
    public static void Leaders_and_rules_are_no_text()
    {
        var stops = new ParagraphFormat { TabStops = [new TabStop(Column * 20, TabAlignment.Right, DotLeader: true)] };
        var pdf = Write(
            20,
            5,
            new Paragraph(Style(stops), [new TextRun("Tên:", Plain), Tab.Instance]),
            new Rule(Column * 9, Pitch));

        Assert.Equal(["Tên:"], Poppler(pdf));
        Assert.Equal(["Tên:"], PdfText.Words(pdf));
    }

    [Fact]
    public static void A_box_is_copied_as_the_character_it_stands_for()
    {
        var row = new Paragraph(Style(), [
            new CheckBox(true, "Tốt", Plain),
            new TextRun(" Tốt ", Plain),
            new CheckBox(false, "Kém", Plain),
            new TextRun(" Kém", Plain),
        ]);

        Assert.Equal(["☒", "Tốt", "☐", "Kém"], Poppler(Write(30, 3, row)));
    }

    [Fact]
    public static void Fonts_are_subsets_that_map_to_Unicode()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), Write(30, 3, Paragraph("Đảng")));
        var table = Tool.Run("pdffonts", [folder.File("a.pdf")]);

        Assert.Matches(@"[A-Z]{6}\+LiberationSerif\s+CID TrueType\s+Identity-H\s+yes yes yes", table);
    }

    [Fact]
    public static void Qpdf_finds_no_fault()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), Write(30, 3, [.. Enumerable.Repeat(Paragraph("Đảng ủy"), 9)]));

        Assert.Contains(
            "No syntax or stream encoding errors",
            Tool.Run("qpdf", ["--check", folder.File("a.pdf")]),
            StringComparison.Ordinal);
    }

    [Fact]
    public static void Characters_that_PDF_strings_escape_come_through()
    {
        // Enough different glyphs that codes reach the bytes of ( ) \ and carriage return.
        var text = string.Concat(Enumerable.Range('!', 94).Select(c => (char)c).Where(c => c != ' '))
            + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắ";
        var spaced = string.Join(' ', text.Chunk(12).Select(chunk => new string(chunk)));

        Assert.Equal(spaced.Split(' '), WithoutNumbers(PdfText.Words(Write(80, 9, Paragraph(spaced)))));
    }

    [Fact]
    public static void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(Write(40, 5, Paragraph("Bản kiểm điểm")), Write(40, 5, Paragraph("Bản kiểm điểm")));

    private static byte[] Write(int columns, int lines, params IReadOnlyList<Block> blocks) =>
        PdfWriter.Write(LayOut(columns, lines, blocks));

    private static List<string> Poppler(byte[] pdf)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), pdf);
        var text = Tool.Run("pdftotext", ["-raw", folder.File("a.pdf"), "-"]);
        return [.. text.Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries)];
    }

    private static IEnumerable<string> WithoutNumbers(IEnumerable<string> words) =>
        words.Where(word => !(word.Length <= 2 && word.All(char.IsAsciiDigit)));
}
