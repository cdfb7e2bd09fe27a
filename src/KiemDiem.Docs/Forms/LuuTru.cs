using System.ComponentModel;

namespace KiemDiem.Docs.Forms;

/// <summary>Which fields of a form tell an archive what it asks for.</summary>
public sealed record LuuTru
{
    [Description("Trường cho biết năm của văn bản: trường năm hoặc trường ngày.")]
    public string? Nam { get; init; }

    [Description("Trường tên đơn vị mà hồ sơ thuộc về.")]
    public string? DonVi { get; init; }

    [Description("Trường tên người hoặc tập thể mà văn bản nói về.")]
    public required string DoiTuong { get; init; }

    [Description("Trường ngày sinh của người đó; phân biệt những người trùng tên.")]
    public string? NgaySinh { get; init; }

    [Description("Tên loại văn bản, bằng lời của mẫu.")]
    public required string TenLoai { get; init; }

    [Description("Các phần của trích yếu, bằng lời và {trường} của mẫu; phần có trường bỏ trống thì không ghi.")]
    public IReadOnlyList<string> TrichYeu { get; init; } = [];

    [Description("Tên cơ quan ban hành, bằng lời và {trường} của mẫu; không khai khi văn bản là của một cá nhân.")]
    public string? CoQuanBanHanh { get; init; }

    [Description("Trường ngày ghi trên văn bản.")]
    public string? NgayVanBan { get; init; }

    [Description("Trường họ tên người ký đầu tiên.")]
    public string? NguoiKy { get; init; }

    [Description("Trường chức vụ của người ký đó.")]
    public string? ChucVuNguoiKy { get; init; }

    [Description("Tên nơi nhận, bằng lời và {trường} của mẫu.")]
    public string? NoiNhan { get; init; }

    [Description("Văn bản là bản tự kiểm điểm hằng năm của một người, phải có trong hồ sơ ba năm gần nhất.")]
    public bool KiemDiemHangNam { get; init; }

    /// <summary>The words with {fields} in them.</summary>
    internal IEnumerable<(string Name, string Text)> Templates =>
        TrichYeu.Select(part => ("trichYeu", part))
            .Append(("coQuanBanHanh", CoQuanBanHanh ?? string.Empty))
            .Append(("noiNhan", NoiNhan ?? string.Empty));
}
