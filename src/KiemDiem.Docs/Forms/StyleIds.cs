namespace KiemDiem.Docs.Forms;

/// <summary>The styles that the program itself asks a the-thuc.json for; a definition may name any other.</summary>
public static class StyleIds
{
    /// <summary>Nội dung: running text.</summary>
    public const string NoiDung = "noiDung";

    /// <summary>Gạch đầu dòng: an item that begins with "- ".</summary>
    public const string GachDauDong = "gachDauDong";

    /// <summary>Dấu cộng đầu dòng: an item below it, that begins with "+ ".</summary>
    public const string DauCong = "dauCong";

    /// <summary>Dòng điền: a label and dots to the margin.</summary>
    public const string DongDien = "dongDien";

    /// <summary>Dòng kẻ: a line of dots to write on.</summary>
    public const string DongKe = "dongKe";

    /// <summary>Ô chọn: one choice of a list.</summary>
    public const string OChon = "oChon";

    /// <summary>Hàng ô chọn: choices side by side.</summary>
    public const string HangOChon = "hangOChon";

    /// <summary>Họ tên người ký.</summary>
    public const string HoTenKy = "hoTenKy";

    /// <summary>Số trang.</summary>
    public const string SoTrang = "soTrang";

    public static IReadOnlyList<string> All { get; } =
        [NoiDung, GachDauDong, DauCong, DongDien, DongKe, OChon, HangOChon, HoTenKy, SoTrang];
}
