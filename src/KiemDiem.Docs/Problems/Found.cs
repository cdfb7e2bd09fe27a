using System.Globalization;

namespace KiemDiem.Docs.Problems;

/// <summary>Every problem and warning there can be in a record: its code and its sentence, in one place.</summary>
public static class Found
{
    public static Problem UnknownKey(FieldPath path, string? nearest) => new(path, "unknownKey", nearest is null
        ? "Mẫu không có trường này; hãy kiểm tra lại tên trường."
        : $"Mẫu không có trường này; có phải là \"{nearest}\" không?");

    public static Problem DuplicateKey(FieldPath path) =>
        new(path, "duplicateKey", "Trường này xuất hiện nhiều lần; chỉ được ghi một lần.");

    public static Problem NotAnObject(FieldPath path) =>
        new(path, "notAnObject", "Dữ liệu phải là một đối tượng JSON, ví dụ {\"hoTen\": \"…\"}.");

    public static Problem WrongType(FieldPath path, string expected) =>
        new(path, "wrongType", $"Giá trị không đúng kiểu; cần {expected}.");

    public static Problem TooLong(FieldPath path, int limit) =>
        new(path, "tooLong", $"Nội dung quá dài; tối đa {Number(limit)} ký tự.");

    public static Problem TooManyItems(FieldPath path, int limit) =>
        new(path, "tooManyItems", $"Có quá nhiều đoạn; tối đa {Number(limit)} đoạn.");

    public static Problem LineBreak(FieldPath path) =>
        new(path, "lineBreak", "Trường này chỉ có một dòng; hãy bỏ dấu xuống dòng.");

    public static Problem BadDate(FieldPath path) => new(
        path,
        "badDate",
        "Ngày không hợp lệ; hãy viết theo dạng năm-tháng-ngày (2022-12-05), năm-tháng (2022-12) hoặc năm (2022).");

    public static Problem BadYear(FieldPath path, int from, int to) =>
        new(path, "badYear", $"Năm không hợp lệ; phải là số nguyên từ {from} đến {to}.");

    public static Problem BadChoice(FieldPath path, IEnumerable<string> values) =>
        new(path, "badChoice", $"Giá trị không có trong danh mục; chọn một trong: {string.Join(", ", values)}.");

    public static Problem ControlCharacter(FieldPath path, int code) => new(
        path, "controlCharacter", $"Có ký tự điều khiển U+{code:X4}; hãy xóa ký tự này.");

    public static Problem LoneSurrogate(FieldPath path) =>
        new(path, "loneSurrogate", "Có ký tự Unicode bị cắt dở (surrogate đơn lẻ) hoặc byte không phải UTF-8.");

    public static Problem SoftHyphen(FieldPath path) => new(
        path,
        "softHyphen",
        "Có ký tự U+00AD; đây thường là chữ 'ư' của bảng mã TCVN3 chưa được chuyển sang Unicode.");

    public static Problem TooManyMarks(FieldPath path) =>
        new(path, "tooManyMarks", "Có chữ mang quá nhiều dấu chồng lên nhau; hãy bỏ bớt dấu.");

    public static Problem TooManyRareLetters(FieldPath path, int limit) => new(
        path, "tooManyRareLetters", $"Có quá nhiều chữ ghép dấu khác nhau; tối đa {Number(limit)} trong một hồ sơ.");

    public static Problem NoGlyph(FieldPath path, IEnumerable<string> characters) => new(
        path, "noGlyph", $"Không phông chữ nào của chương trình có ký tự {string.Join(", ", characters)}.");

    public static Problem WrongForm(FieldPath path, string expected) =>
        new(path, "wrongForm", $"Dữ liệu ghi tên một mẫu khác; ở đây cần mẫu \"{expected}\".");

    public static Problem NoForm(FieldPath path) =>
        new(path, "noForm", "Chưa biết dùng mẫu nào; hãy ghi trường \"form\".");

    public static Problem UnknownForm(FieldPath path, IEnumerable<string> forms) =>
        new(path, "unknownForm", $"Không có mẫu này; các mẫu hiện có: {string.Join(", ", forms)}.");

    public static Problem UnknownEdition(FieldPath path, IEnumerable<string> editions) => new(
        path, "unknownEdition", $"Mẫu không có phiên bản này; các phiên bản hiện có: {string.Join(", ", editions)}.");

    public static Problem NoEditionInForce(FieldPath path, IEnumerable<string> editions) => new(
        path,
        "noEditionInForce",
        "Không có phiên bản nào của mẫu có hiệu lực vào ngày này; "
            + $"các phiên bản hiện có: {string.Join("; ", editions)}.");

    public static Problem Missing(FieldPath path, string title) =>
        new(path, "missing", $"Chưa có \"{title}\"; trên bản in sẽ để trống để viết tay.");

    public static Problem Gha(FieldPath path) => new(
        path, "ghaLetter", "Đã thay chữ 'ƣ/Ƣ' (lỗi khi trích từ tệp PDF) bằng 'ư/Ư'.");

    public static Problem HiddenCharacter(FieldPath path, int code) =>
        new(path, "hiddenCharacter", $"Đã bỏ ký tự ẩn U+{code:X4}.");

    /// <summary>With Vietnamese thousands points.</summary>
    internal static string Number(int value) =>
        value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');
}
