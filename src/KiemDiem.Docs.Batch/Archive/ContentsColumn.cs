using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>A column of a printed list of contents.</summary>
/// <param name="Title">As the form has it.</param>
/// <param name="Width">The seven of a list fill a page on its side.</param>
/// <param name="Alignment">Of what stands in it.</param>
internal sealed record ContentsColumn(string Title, Length Width, Alignment Alignment = Alignment.Left)
{
    /// <summary>
    /// Mục lục văn bản, tài liệu trong hồ sơ. Source: NĐ 30/2020/NĐ-CP, Phụ lục V, mục IV.
    /// </summary>
    public static IReadOnlyList<ContentsColumn> OfDocuments { get; } =
    [
        new("STT", Length.Mm(13), Alignment.Right),
        new("Số, ký hiệu văn bản", Length.Mm(26)),
        new("Ngày tháng năm văn bản", Length.Mm(27), Alignment.Centre),
        new("Tên loại và trích yếu nội dung văn bản", Length.Mm(78)),
        new("Tác giả văn bản", Length.Mm(44)),
        new("Tờ số/ Trang số", Length.Mm(21), Alignment.Centre),
        new("Ghi chú", Length.Mm(43)),
    ];

    /// <summary>Mục lục hồ sơ, tài liệu nộp lưu. Source: the same, mục III.</summary>
    public static IReadOnlyList<ContentsColumn> OfFiles { get; } =
    [
        new("Số TT", Length.Mm(13), Alignment.Right),
        new("Số, ký hiệu hồ sơ", Length.Mm(26)),
        new("Tiêu đề hồ sơ", Length.Mm(76)),
        new("Thời gian tài liệu", Length.Mm(29), Alignment.Centre),
        new("Thời hạn bảo quản", Length.Mm(25)),
        new("Số tờ/ Số trang", Length.Mm(20), Alignment.Right),
        new("Ghi chú", Length.Mm(63)),
    ];

    /// <summary>05/12/2022, 12/2022 or 2022, from ISO 8601; nothing where there is no date.</summary>
    public static string Printed(string? date) =>
        date is not null && PartialDate.TryParse(date, out var parsed) ? parsed.Numeric : string.Empty;
}
