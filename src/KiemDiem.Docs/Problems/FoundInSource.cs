namespace KiemDiem.Docs.Problems;

/// <summary>
/// Why a record cannot be taken out of its source: the code and the sentence, in one place. What is wrong inside of a
/// record is in <see cref="Found"/>.
/// </summary>
public static class FoundInSource
{
    public static Problem BadJson(long line, long column) => new(
        FieldPath.Root,
        "badJson",
        FormattableString.Invariant($"JSON không đúng cú pháp ở dòng {line}, cột {column} của tệp."));

    /// <summary>Where one item of an array ends is not known any more: nothing behind it is read.</summary>
    public static Problem RestUnreadable(long line, long column) => new(
        FieldPath.Root,
        "restUnreadable",
        FormattableString.Invariant(
            $"JSON không đúng cú pháp ở dòng {line}, cột {column} của tệp; từ chỗ này trở đi không đọc được nữa."));

    public static Problem TooDeep(int limit) => new(
        FieldPath.Root, "jsonTooDeep", $"JSON lồng quá {limit} tầng.");

    public static Problem TooLarge(int bytes) => new(
        FieldPath.Root, "recordTooLarge", $"Hồ sơ quá lớn; tối đa {bytes / 1024} KiB.");

    public static Problem RowsUnreadable() => new(
        FieldPath.Root,
        "rowsUnreadable",
        "Từ dòng này trở đi không đọc được nữa: có dòng quá dài, thường do một dấu nháy kép mở ra mà không đóng lại.");

    public static Problem BadQuotes() => new(
        FieldPath.Root,
        "badQuotes",
        "Dấu nháy kép trong dòng không đúng: nội dung trong nháy phải được đóng lại trước dấu phân cách.");

    public static Problem NoHeaders() => new(
        FieldPath.Root,
        "noHeaders",
        "Bảng phải có dòng đầu là tiêu đề: tên các trường hoặc khóa của chúng; ở đây không có tiêu đề nào như vậy.");

    /// <param name="path">The column as a place.</param>
    /// <param name="column">As spreadsheets call it: A, B, …</param>
    public static Problem NoHeader(FieldPath path, string column) =>
        new(path, "noHeader", $"Cột {column} có nội dung nhưng không có tiêu đề.");

    public static Problem BrokenWorkbook() => new(
        FieldPath.Root,
        "brokenWorkbook",
        "Bảng tính bị hỏng, bị cắt dở hoặc có mật khẩu, nên không đọc được; cần tệp .xlsx.");
}
