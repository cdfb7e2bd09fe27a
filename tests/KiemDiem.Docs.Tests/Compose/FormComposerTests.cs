using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

public static class FormComposerTests
{
    [Fact]
    public static void A_document_has_the_page_the_type_and_every_style_of_its_edition()
    {
        var document = Composed.Form("{}");

        Assert.Equal(Composed.TheThuc.Page, document.Page);
        Assert.Equal("Times New Roman", document.FontFamily);
        Assert.Equal("noiDung", document.BodyStyle.Id);
        Assert.Equal("soTrang", document.PageNumberStyle.Id);
        Assert.Equal(Composed.TheThuc.Styles.Keys, document.Styles.Select(style => style.Id));
    }

    [Fact]
    public static void A_document_says_what_it_is()
    {
        var info = Composed.Form("""{ "namKiemDiem": 2002, "nguoiMuon": "Đinh Thị Ổi" }""").Info;

        Assert.Equal("Phiếu mượn sách - 2002 - Đinh Thị Ổi", info.Title);
        Assert.Equal("Phiếu mượn sách", info.Subject);
        Assert.Equal("vi-VN", info.Language);
    }

    [Theory]
    [InlineData("2002-02-05", 2002, 2, 5)]
    [InlineData("2002-02", 1980, 1, 1)]
    [InlineData("2002", 1980, 1, 1)]
    [InlineData("1979-12-31", 1980, 1, 1)]
    [InlineData("", 1980, 1, 1)]
    public static void A_document_is_dated_by_its_own_full_date_or_not_at_all(
        string date, int year, int month, int day) => Assert.Equal(
        new DateOnly(year, month, day), Composed.Form($$"""{ "ngayLap": "{{date}}" }""").Info.Created);

    [Fact]
    public static void The_blocks_of_a_form_are_lowered_in_order()
    {
        var blocks = Composed.Form("""{ "nguoiMuon": "Ổi", "lyDoMuon": "Một.", "ghiChu": "Hai." }""").Blocks;

        Assert.Equal(
            [
                "THƯ VIỆN CHƯA CÓ TÊN", "GIỮ GÌN SÁCH VỞ", "ngày…tháng…năm…", "PHIẾU MƯỢN SÁCH NĂM…",
                "Người mượn: Ổi…Ngày sinh:…", "Tình trạng sách:", "Còn mới □ Đã cũ □", "Loại sách:",
                "□ Văn học trong nước và ngoài nước", "□ Khoa học tự nhiên và kỹ thuật",
                "□ Sách dành cho thiếu niên, nhi đồng", "Hình thức:", "□ Đọc tại chỗ", "□ Mang về nhà",
                "Lý do mượn sách", "Một.", "- Ghi chú: Hai.…", "Người mượn Ổi hứa giữ gìn sách của thư viện.",
                "Phiếu này lập thành hai bản.", "Thủ thư", "Người mượn", "Ổi",
            ],
            DocumentText.Lines(blocks));
        Assert.Single(blocks, block => block is PageBreak);
    }
}
