namespace KiemDiem.Docs.Problems;

/// <summary>Every problem there can be in what is asked of a batch as a whole: its code and its sentence.</summary>
public static class FoundInOptions
{
    public static Problem UnknownOption(FieldPath path, IEnumerable<string> options) => new(
        path, "unknownOption", $"Không có tùy chọn này; các tùy chọn hiện có: {string.Join(", ", options)}.");

    public static Problem DuplicateOption(FieldPath path) => new(
        path, "duplicateOption", "Tùy chọn này ghi cả trên địa chỉ lẫn trong trường options; chỉ được ghi một lần.");

    public static Problem NotJson(FieldPath path) => new(
        path, "optionsNotJson", "Trường options phải là một đối tượng JSON, ví dụ {\"format\": \"pdf\"}.");

    public static Problem BadFormat(FieldPath path, IEnumerable<string> formats) => new(
        path, "badFormat", $"Loại tệp phải là {string.Join(" hoặc ", formats)}; nhiều loại cách nhau bằng dấu phẩy.");

    /// <summary>With what the pattern says about itself.</summary>
    public static Problem BadName(FieldPath path, string sentence) => new(path, "badName", sentence);

    public static Problem BadCount(FieldPath path, int from, int to) => new(
        path, "badCount", $"Tùy chọn này phải là số nguyên từ {from} đến {Found.Number(to)}.");

    public static Problem BadFlag(FieldPath path) =>
        new(path, "badFlag", "Tùy chọn này phải là true hoặc false.");

    public static Problem BadDay(FieldPath path, string rule) => new(path, "badDay", $"Tùy chọn này {rule}");

    public static Problem BadEncoding(FieldPath path, IEnumerable<string> encodings) => new(
        path, "badEncoding", $"Không có bảng mã này; chọn một trong: {string.Join(", ", encodings)}.");

    public static Problem ArchiveIsPdf(FieldPath path) => new(
        path, "archiveIsPdf", "Bộ tài liệu lưu trữ chỉ gồm tệp PDF; hãy bỏ docx hoặc bỏ archive.");

    public static Problem BadWebhook(FieldPath path) => new(
        path,
        "badWebhook",
        "Địa chỉ nhận báo kết quả phải là một địa chỉ https đầy đủ, không kèm tên đăng nhập và phần sau dấu #.");

    public static Problem WebhookNotAllowed(FieldPath path) => new(
        path,
        "webhookNotAllowed",
        "Địa chỉ nhận báo kết quả không thuộc các máy mà người quản trị cho phép.");
}
