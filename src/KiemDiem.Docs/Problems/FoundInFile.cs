namespace KiemDiem.Docs.Problems;

/// <summary>
/// Every problem and warning there can be in a file that a record is read back from: its code and its sentence.
/// </summary>
public static class FoundInFile
{
    public static Problem Foreign() => new(
        FieldPath.Root,
        "foreignFile",
        "Tệp này không phải do chương trình lập ra, hoặc dữ liệu trong tệp đã bị bỏ khi lưu bằng phần mềm khác.");

    public static Problem Broken() => new(
        FieldPath.Root, "brokenFile", "Tệp bị hỏng, bị cắt dở hoặc có mật khẩu, nên không đọc được.");

    public static Problem Costly() => new(
        FieldPath.Root, "costlyFile", "Tệp quá lớn hoặc có cấu trúc bất thường, nên chương trình không đọc.");

    public static Problem Macros() => new(
        FieldPath.Root, "fileWithMacros", "Tệp Word có chứa macro; hãy lưu lại dạng .docx không có macro.");

    public static Problem TwoChoices(FieldPath path) => new(
        path, "twoChoices", "Có nhiều ô được đánh dấu trong cùng một hàng; chỉ được chọn một mức.");

    public static Problem DifferentEdits(FieldPath path) => new(
        path,
        "differentEdits",
        "Trường này in ở nhiều chỗ và đã được sửa khác nhau; hãy sửa cho giống nhau.");

    public static Problem LostControl(FieldPath path) => new(
        path,
        "lostControl",
        "Ô điền của trường này đã bị xóa khỏi tệp; dữ liệu giữ nguyên giá trị ban đầu.");
}
