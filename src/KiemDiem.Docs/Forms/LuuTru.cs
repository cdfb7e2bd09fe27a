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
}
