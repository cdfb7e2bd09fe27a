using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Compose;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Forms;

/// <summary>The blank form of each definition is held, word by word and in order, against the official text.</summary>
public static class OfficialWordingTests
{
    [Theory]
    [InlineData("2019/bao-cao-kiem-diem-tap-the", OfficialWording2019.BaoCaoKiemDiemTapThe)]
    [InlineData("2019/ban-kiem-diem-ca-nhan", OfficialWording2019.BanKiemDiemCaNhan)]
    [InlineData("2020-213/phieu-xin-y-kien", OfficialWording213.PhieuXinYKien)]
    [InlineData("2020-213/phieu-nhan-xet", OfficialWording213.PhieuNhanXet)]
    public static void The_blank_form_has_the_official_words_all_of_them_and_in_order(string form, string official)
    {
        var printed = DocumentText.Paragraphs(Blank(form).Blocks)
            .Where(paragraph => paragraph.Style.Id != StyleIds.DongKe)
            .Select(DocumentText.Of)
            .Where(line => line.Length > 0);

        Assert.Equal(official.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'), printed);
    }

    [Fact]
    public static void Every_shipped_form_is_held_against_its_official_text() => Assert.Equal(
        [
            "2019/ban-kiem-diem-ca-nhan", "2019/bao-cao-kiem-diem-tap-the",
            "2020-213/phieu-nhan-xet", "2020-213/phieu-xin-y-kien",
        ],
        Engine.Renderer.Forms.Forms.Select(Name).Order(StringComparer.Ordinal));

    [Fact]
    public static void The_last_heading_of_a_remark_sheet_has_two_rows_of_dots_as_in_the_original()
    {
        var lines = DocumentText.Lines(Blank("2020-213/phieu-nhan-xet").Blocks).ToList();

        var heading = lines.IndexOf("7. Nhận xét khác");

        Assert.Equal(["…", "…", "XÁC NHẬN CỦA ĐẢNG ỦY XÃ, PHƯỜNG, THỊ TRẤN"], lines.Skip(heading + 1).Take(3));
    }

    private static Document Blank(string name)
    {
        var form = Engine.Renderer.Forms.Forms.Single(known => Name(known) == name);
        return FormComposer.Compose(new FormRecord(form, new Dictionary<string, FieldValue>()), Engine.Fonts);
    }

    private static string Name(FormDefinition form) => $"{form.Edition.Id}/{form.Id}";
}
