using KiemDiem.Docs.Batch.Sheets;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// The lists of contents as workbooks: the columns of the printed ones, and what a search asks for besides.
/// </summary>
internal static class ContentsWorkbook
{
    private const string Name = "Mục lục";

    public static byte[] Of(FileUnit unit) => Write(
        [
            ("STT", 6), ("Số, ký hiệu văn bản", 14), ("Ngày tháng năm văn bản", 14), ("Tên loại văn bản", 28),
            ("Trích yếu nội dung văn bản", 50), ("Tác giả văn bản", 34), ("Người ký", 28), ("Số trang", 8),
            ("Ghi chú", 14), ("Tệp", 50), ("SHA-256", 66),
        ],
        unit.Documents.Select((document, index) => (IReadOnlyList<Cell>)
        [
            Cell.Of(index + 1), Cell.Empty, Cell.Of(ContentsColumn.Printed(document.Entry.NgayVanBan), CellLook.Text),
            Text(document.Entry.TenLoai), Text(document.Entry.TrichYeu),
            Text(document.Entry.CoQuanBanHanh ?? document.Entry.NguoiKy), Text(document.Entry.NguoiKy),
            Number(document.Entry.SoTrang), Cell.Empty, Text(document.File), Text(document.Sha256),
        ]));

    /// <param name="files">The files.</param>
    /// <param name="first">The number of the first of them.</param>
    public static byte[] Of(IReadOnlyList<ListedFile> files, int first) => Write(
        [
            ("Số TT", 7), ("Số, ký hiệu hồ sơ", 14), ("Tiêu đề hồ sơ", 50), ("Bắt đầu", 12), ("Kết thúc", 12),
            ("Thời hạn bảo quản", 14), ("Số văn bản", 10), ("Số trang", 10), ("Ghi chú", 14), ("Thư mục", 60),
        ],
        files.Select((file, index) => (IReadOnlyList<Cell>)
        [
            Cell.Of(first + index), Cell.Empty, Text(file.Title),
            Text(ContentsColumn.Printed(file.StartDate)), Text(ContentsColumn.Printed(file.EndDate)), Cell.Empty,
            Cell.Of(file.Documents), Number(file.PageTotal), Cell.Empty, Text(file.Path),
        ]));

    /// <summary>Text whatever it looks like: a name that begins with "=" is none to be worked out.</summary>
    private static Cell Text(string? text) => Cell.Of(text, CellLook.Text);

    private static Cell Number(int? number) => number is { } known ? Cell.Of(known) : Cell.Empty;

    private static byte[] Write(
        (string Title, double Width)[] columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        IReadOnlyList<Cell> head = [.. columns.Select(column => Cell.Of(column.Title, CellLook.Header))];
        using var stream = new MemoryStream();
        WorkbookWriter.Write(
            stream,
            new Sheet(Name, [.. columns.Select(column => new SheetColumn(column.Width))], rows.Prepend(head))
            {
                FrozenRows = 1,
            });
        return stream.ToArray();
    }
}
