using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Samples;

/// <summary>
/// Records of any length, from nothing to sixty pages: nothing is lost and no rule of the layout is broken.
/// </summary>
public static class RandomRecordTests
{
    private const int Records = 60;

    private const ulong Seed = 213;

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Both_files_hold_every_word_and_the_layout_keeps_the_rules(string form)
    {
        foreach (var record in RandomRecord.Of(Engine.Form(form), Seed).Take(Records))
            AssertSound(record);
    }

    /// <summary>What the test above speaks of is what it is given.</summary>
    [Fact]
    public static void The_random_records_go_from_the_blank_form_to_sixty_pages()
    {
        var made = RandomRecord.Of(Engine.Form("ban-kiem-diem-ca-nhan"), Seed).Take(Records).ToList();

        Assert.Contains(made, record => record.Values.Count == 0);
        Assert.True(made.Max(record => Engine.Renderer.LayOut(record).Pages.Count) >= 60);
    }

    [Fact]
    public static void A_record_of_sixty_pages_is_set_like_any_other()
    {
        var form = Engine.Form("ban-kiem-diem-ca-nhan");
        var paragraphs = Enumerable.Range(0, 760).Select(i => i % 3 == 0
            ? $"- Nhiệm vụ thứ {i}: thực hiện Kết luận số 21-KL/TW, đạt {i},5% kế hoạch năm 2021-2022; "
                + $"còn {i} việc chưa xong, chuyển sang năm sau."
            : $"Nội dung {i}: bản thân đã chủ động tham mưu, phối hợp với các tổ chức đoàn thể "
                + "hoàn thành 12/12 chỉ tiêu được giao, kịp thời báo cáo cấp ủy những khó khăn, vướng mắc "
                + "phát sinh trong quá trình thực hiện nhiệm vụ chính trị của đơn vị.").ToList();
        var values = new Dictionary<string, FieldValue> { ["ketQuaNhiemVu"] = new LongTextValue(paragraphs) };
        var record = new FormRecord(form, values);
        var laidOut = Engine.Renderer.LayOut(record);

        Assert.InRange(laidOut.Pages.Count, 60, 80);
        AssertSound(record);
    }

    [Theory]
    [InlineData("W", 16_000)]
    [InlineData("-", 400)]
    [InlineData("e\u0306", 20_000)]
    [InlineData("kiểm-điểm/", 10_000)]
    public static void A_paste_without_a_single_space_is_cut_and_whole(string part, int times)
    {
        var paste = string.Concat(Enumerable.Repeat(part.Normalize(), times));
        var record = new FormRecord(Engine.Form("ban-kiem-diem-ca-nhan"), new Dictionary<string, FieldValue>
        {
            ["ketQuaNhiemVu"] = new LongTextValue([paste]),
        });

        AssertSound(record);
    }

    private static void AssertSound(FormRecord record)
    {
        var pdf = Engine.Renderer.RenderPdf(record);
        var docx = Engine.Renderer.RenderDocx(record);

        Squash.AssertHolds(record, Squash.Pdf(pdf), "PDF");
        Squash.AssertHolds(record, Squash.Docx(docx), "DOCX");
        Margins.AssertKept(pdf, record.Form.Edition.TheThuc.Page);
        LayoutRules.AssertKept(Engine.Renderer.LayOut(record));
        AssertSignsWhole(record);
        Assert.Equal(pdf, Engine.Renderer.RenderPdf(record));
        Assert.Equal(docx, Engine.Renderer.RenderDocx(record));
    }

    /// <summary>Every word of the record that fits a line stands on one.</summary>
    private static void AssertSignsWhole(FormRecord record)
    {
        var set = Engine.Renderer.LayOut(record).Pages
            .SelectMany(page => page.Lines)
            .SelectMany(line => SetWords.Of(line.Line))
            .Select(word => word.ToUpperInvariant())
            .ToHashSet();
        var words = record.Values.Values.OfType<LongTextValue>()
            .SelectMany(value => value.Paragraphs)
            .SelectMany(text => text.Split(' '))
            .Where(word => word.Length < 30);
        Assert.All(words, word => Assert.Contains(word.ToUpperInvariant(), set));
    }
}
