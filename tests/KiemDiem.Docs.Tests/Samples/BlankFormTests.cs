using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Compose;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Samples;

/// <summary>Blank and partly filled forms look like the printed originals, and their dots are no text.</summary>
public static partial class BlankFormTests
{
    private const string Short = "Mẫu";

    /// <summary>Dots to write over in the original, rows of dots in the definition, boxes to cross.</summary>
    public static TheoryData<string, int, int, int> Blanks => new()
    {
        { "ban-kiem-diem-ca-nhan", 19, 37, 20 },
        { "bao-cao-kiem-diem-tap-the", 8, 33, 28 },
        { "phieu-nhan-xet", 6, 2, 18 },
        { "phieu-xin-y-kien", 9, 1, 0 },
    };

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Theory]
    [MemberData(nameof(Blanks))]
    public static void A_blank_form_has_dots_for_every_field_and_a_box_for_every_choice(
        string form, int dots, int rows, int boxes)
    {
        var lines = Lines(Blank(form)).ToList();

        Assert.Equal(rows, lines.Count(IsRow));
        Assert.Equal(dots, lines.Where(line => !IsRow(line)).SelectMany(Leaders).Count());
        Assert.Equal(boxes, lines.SelectMany(line => line.Line.Items.OfType<BoxItem>()).Count());
        Assert.DoesNotContain(
            lines.SelectMany(line => line.Line.Items.OfType<BoxItem>()), item => item.Box.Checked);
    }

    /// <summary>Field by field the rows are the definition's: filling a field takes its own rows only.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void A_long_answer_takes_its_own_rows_of_dots_and_leaves_all_others(string form)
    {
        var all = Lines(Blank(form)).Count(IsRow);
        foreach (var block in Engine.Form(form).Blocks.OfType<LongTextBlock>())
        {
            var answered = Record(form, new JsonObject { [block.Field] = new JsonArray(Short) });
            var own = block.RunIn ? block.Lines - 1 : block.Lines;

            Assert.True(own > 0, $"{block.Field} has no rows to write on.");
            Assert.Equal(all - own, Lines(answered).Count(IsRow));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Rows_of_dots_go_from_margin_to_margin_and_other_dots_end_there_or_at_the_next_label(string form)
    {
        foreach (var record in (FormRecord[])[Blank(form), ShortEverywhere(form)])
        {
            var page = record.Form.Edition.TheThuc.Page;
            var right = page.Width - page.Right;
            foreach (var line in Lines(record).Where(line => !IsCentred(line)))
            {
                if (line.Line.Items is [.., LeaderItem last])
                    Assert.Equal(right, line.X + last.X + last.Width);
                if (IsRow(line))
                    Assert.InRange(Assert.Single(Leaders(line)).X.Points, 0, 4);
            }
        }
    }

    /// <summary>
    /// The lines that keep dots when everything is filled: those that the originals draw to the margin, and no others.
    /// </summary>
    [Theory]
    [InlineData(
        "ban-kiem-diem-ca-nhan",
        "Họ và tên: Mẫu…Ngày sinh: 05/12/2022…",
        "Chức vụ Đảng: Mẫu…",
        "Chức vụ chính quyền: Mẫu…",
        "Chức vụ đoàn thể: Mẫu…",
        "Đơn vị công tác: Mẫu…",
        "Chi bộ Mẫu…",
        "- Nhận xét, đánh giá của người quản lý, sử dụng cán bộ, công chức, viên chức: Mẫu…",
        "- Mức xếp loại chất lượng công chức, viên chức: Mẫu…",
        "- Nhận xét, đánh giá của chi ủy: Mẫu…",
        "- Chi bộ đề xuất xếp loại mức chất lượng: Mẫu…",
        "- Đảng ủy, chi ủy cơ sở xếp loại mức chất lượng: Mẫu…")]
    [InlineData("bao-cao-kiem-diem-tap-the")]
    [InlineData("phieu-nhan-xet")]
    [InlineData("phieu-xin-y-kien", "Kính gửi: Mẫu…")]
    public static void A_short_value_is_followed_by_dots_only_where_the_original_has_them(
        string form, params string[] dotted) =>
        Assert.Equal(dotted, DocumentText.Lines(FormComposer.Compose(ShortEverywhere(form), Engine.Fonts).Blocks)
            .Where(line => line.Contains('…', StringComparison.Ordinal)));

    /// <summary>Of any length, a value has dots on its last line only, and none on a line of their own.</summary>
    [Theory]
    [InlineData("ban-kiem-diem-ca-nhan", "chucVuDang")]
    [InlineData("ban-kiem-diem-ca-nhan", "xepLoaiDangUy")]
    [InlineData("ban-kiem-diem-ca-nhan", "nhanXetChiUy")]
    [InlineData("phieu-xin-y-kien", "kinhGui")]
    public static void A_value_that_wraps_keeps_whole_lines(string form, string field)
    {
        var lengths = new HashSet<int>();
        for (var letters = 1; letters <= 190; letters++)
        {
            var text = string.Concat(Enumerable.Repeat("nghĩa vụ ", 40))[..letters].Trim() + "i";
            var isLong = Engine.Form(form).FieldsByKey[field] is LongTextField;
            var record = Record(form, new JsonObject { [field] = isLong ? new JsonArray(text) : text });
            var lines = Lines(record)
                .Where(line => line.Line.Source is Paragraph paragraph
                    && paragraph.PlainText.Contains(text, StringComparison.Ordinal))
                .ToList();

            lengths.Add(lines.Count);
            Assert.All(lines, line => Assert.True(
                line.Line.Items.OfType<TextItem>().Any(), $"{letters} letters: a line of nothing but dots."));
            Assert.All(lines.SkipLast(1), line => Assert.Empty(Leaders(line)));
        }

        Assert.Superset(new HashSet<int> { 1, 2, 3 }, lengths);
    }

    /// <summary>Whoever copies the text gets no run of dots: by three readers of PDF, and in Word.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void No_reader_finds_runs_of_dots(string form)
    {
        foreach (var record in (FormRecord[])[Blank(form), ShortEverywhere(form), OnlyTheYear(form)])
        {
            using var folder = new TempFolder();
            var file = folder.File("mau.pdf");
            var pdf = Engine.Renderer.RenderPdf(record);
            File.WriteAllBytes(file, pdf);
            string[] texts =
            [
                Tool.Run("pdftotext", [file, "-"]),
                Tool.Run("pdftotext", ["-layout", file, "-"]),
                Tool.Run("mutool", ["draw", "-q", "-F", "txt", file]),
                string.Join(' ', PdfText.Words(pdf)),
                string.Join('\n', DocxText.Paragraphs(Engine.Renderer.RenderDocx(record))),
            ];

            Assert.All(texts, text => Assert.Contains("VIỆT NAM", text, StringComparison.Ordinal));
            Assert.All(texts, text => Assert.DoesNotMatch(RunOfDots(), text));
        }
    }

    private static FormRecord Blank(string form) => Record(form, []);

    /// <summary>The date as far as the year: the day and the month are left for the pen.</summary>
    private static FormRecord OnlyTheYear(string form) => Record(form, new JsonObject { ["ngayLap"] = "2022" });

    private static FormRecord ShortEverywhere(string form)
    {
        var definition = Engine.Form(form);
        var values = new JsonObject();
        foreach (var field in definition.Fields)
        {
            values[field.Key] = field switch
            {
                TextField => Short,
                LongTextField => new JsonArray(Short),
                DateField => "2022-12-05",
                YearField => 2022,
                ChoiceField choice => definition.ChoicesOf(choice)[0].Value,
                _ => throw new InvalidOperationException(field.GetType().Name),
            };
        }

        return Record(form, values);
    }

    private static FormRecord Record(string form, JsonObject values)
    {
        values["form"] = form;
        return Engine.Record(values);
    }

    private static IEnumerable<PlacedLine> Lines(FormRecord record) =>
        Engine.Renderer.LayOut(record).Pages.SelectMany(page => page.Lines);

    private static IEnumerable<LeaderItem> Leaders(PlacedLine line) => line.Line.Items.OfType<LeaderItem>();

    private static bool IsRow(PlacedLine line) => line.Line.Source is Paragraph { Style.Id: StyleIds.DongKe };

    /// <summary>A centred line with blanks is set from the left so that the whole stands in the middle.</summary>
    private static bool IsCentred(PlacedLine line) =>
        line.Line.Source is Paragraph { Style.Format.Alignment: Alignment.Centre };

    [GeneratedRegex(@"[.…]\s*[.…]")]
    private static partial Regex RunOfDots();
}
