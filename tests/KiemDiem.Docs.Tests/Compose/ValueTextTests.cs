using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

/// <summary>Fields in running text.</summary>
public static class ValueTextTests
{
    [Theory]
    [InlineData("2002-02-05", "ngày 05 tháng 02 năm 2002")]
    [InlineData("2002-03-05", "ngày 05 tháng 3 năm 2002")]
    [InlineData("2002-12-25", "ngày 25 tháng 12 năm 2002")]
    [InlineData("2002-12", "ngày…tháng 12 năm 2002")]
    [InlineData("2002", "ngày…tháng…năm 2002")]
    [InlineData("", "ngày…tháng…năm…")]
    public static void A_date_in_words_has_dots_for_what_is_not_known(string date, string expected) =>
        Assert.Equal(expected, Print("{ngayLap}", $$"""{ "ngayLap": "{{date}}" }"""));

    [Fact]
    public static void A_date_in_words_is_never_torn_at_the_end_of_a_line()
    {
        var runs = Inlines("{ngayLap}", """{ "ngayLap": "2002-02-05" }""").OfType<TextRun>();

        Assert.DoesNotContain(' ', string.Concat(runs.Select(run => run.Text)));
    }

    [Theory]
    [InlineData("1990-11-30", "30/11/1990")]
    [InlineData("1990-02-03", "03/02/1990")]
    [InlineData("1990-04-03", "03/4/1990")]
    [InlineData("1990-04", "4/1990")]
    [InlineData("1990", "1990")]
    public static void A_date_in_figures_is_as_short_as_what_is_known(string date, string expected) =>
        Assert.Equal(expected, Print("{ngaySinh}", $$"""{ "ngaySinh": "{{date}}" }"""));

    [Fact]
    public static void Words_and_values_stand_as_the_template_has_them() => Assert.Equal(
        "Năm 2002, Lê An mượn Khoa học tự nhiên và kỹ thuật vì: Một. Hai.",
        Print(
            "Năm {namKiemDiem}, {nguoiMuon} mượn {loaiSach} vì: {lyDoMuon}",
            """{ "namKiemDiem": 2002, "nguoiMuon": "Lê An", "loaiSach": "khoaHoc", "lyDoMuon": "Một.\nHai." }"""));

    [Theory]
    [InlineData("{tenThuVien}", 12)]
    [InlineData("{nguoiMuon}", 30)]
    [InlineData("{namKiemDiem}", 8)]
    public static void A_blank_is_as_many_dots_long_as_its_field_says(string template, int dots) =>
        Assert.Equal(dots, Assert.IsType<DottedBlank>(Assert.Single(Inlines(template, "{}"))).Dots);

    [Fact]
    public static void A_value_that_looks_like_a_template_is_printed_as_it_is() =>
        Assert.Equal("{thuThu} {", Print("{nguoiMuon}", """{ "nguoiMuon": "{thuThu} {", "thuThu": "Khế" }"""));

    private static string Print(string template, string json) =>
        Assert.Single(Composed.Lines(new ParagraphBlock { Text = template }, json));

    private static IReadOnlyList<Inline> Inlines(string template, string json) =>
        Assert.IsType<Paragraph>(Assert.Single(Composed.Blocks(new ParagraphBlock { Text = template }, json))).Inlines;
}
