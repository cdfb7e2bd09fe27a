using System.Globalization;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Api.Refusals;

/// <summary>Every refusal of the service: its status, code and sentence, in one place.</summary>
internal static class Refuse
{
    private const string Malformed = "Yêu cầu không đọc được";
    private const string NotFound = "Không tìm thấy";
    private const string Invalid = "Dữ liệu chưa hợp lệ";
    private const string Unsupported = "Kiểu nội dung không được hỗ trợ";

    public static Refusal EmptyBody() => Because(
        400, Malformed, "Yêu cầu không có nội dung; hãy gửi một bản ghi JSON, ít nhất là {}.", "emptyBody");

    public static Refusal NoFile() =>
        Because(400, Malformed, "Yêu cầu không có tệp; hãy gửi một tệp Word hoặc PDF.", "emptyBody");

    public static Refusal NotOneFile() =>
        Because(400, Malformed, "Yêu cầu có nhiều tệp; mỗi lần chỉ gửi một tệp.", "notOneFile");

    public static Refusal MalformedJson(MalformedJsonException e) => new(
        Malformed,
        400,
        e.Message,
        [new("malformedJson", e.Message) { Pointer = "", Line = e.Line, Column = e.Column }]);

    public static Refusal Unreadable(int status) =>
        Because(status, Malformed, "Yêu cầu bị ngắt giữa chừng hoặc không đúng quy cách HTTP.", "unreadable");

    public static Refusal UnknownForm(IEnumerable<string> forms) => Because(
        404, NotFound, $"Không có mẫu này; các mẫu hiện có: {string.Join(", ", forms)}.", "unknownForm");

    public static Refusal UnknownRoute() => Because(
        404,
        NotFound,
        "Không có địa chỉ này; danh sách địa chỉ ở /swagger, danh sách mẫu ở /v1/forms.",
        "unknownRoute");

    public static Refusal WrongMethod(string allowed) => Because(
        405, "Phương thức không được hỗ trợ", $"Địa chỉ này chỉ nhận phương thức {allowed}.", "wrongMethod");

    public static Refusal TooLarge() => Because(
        413,
        "Nội dung quá lớn",
        $"Bản ghi quá lớn; tối đa {Points(Limits.RecordBytes)} byte.",
        "tooLarge");

    public static Refusal FileTooLarge() => Because(
        413, "Nội dung quá lớn", $"Tệp quá lớn; tối đa {Points(Limits.FileBytes)} byte.", "tooLarge");

    public static Refusal WrongFileType() => Because(
        415,
        Unsupported,
        $"Tệp phải gửi với Content-Type: {FileBody.FormType} hoặc {string.Join(", ", FileBody.RawTypes)}.",
        "wrongContentType");

    public static Refusal WrongContentType() =>
        Because(415, Unsupported, "Bản ghi phải gửi với Content-Type: application/json.", "wrongContentType");

    public static Refusal WrongCharset() =>
        Because(415, Unsupported, "Bản ghi phải viết bằng bảng mã UTF-8; không nhận bảng mã khác.", "wrongCharset");

    public static Refusal WrongContentEncoding() =>
        Because(415, Unsupported, "Không nhận nội dung nén; hãy bỏ Content-Encoding.", "wrongContentEncoding");

    public static Refusal BadRecord(IReadOnlyList<Problem> problems) => new(
        Invalid,
        422,
        problems.Count == 1 ? problems[0].Detail : $"Bản ghi có {problems.Count} lỗi; xem từng lỗi ở errors.",
        [.. problems.Select(RefusalError.Of)]);

    public static Refusal BadFile(Problem problem) =>
        new("Không lấy được dữ liệu từ tệp", 422, problem.Detail, [RefusalError.Of(problem)]);

    public static Refusal BadQuery(IReadOnlyList<RefusalError> errors) => new(
        "Tham số chưa hợp lệ",
        422,
        errors.Count == 1 ? errors[0].Detail : $"Địa chỉ có {errors.Count} tham số sai; xem từng lỗi ở errors.",
        errors);

    public static Refusal OwnFault() => Because(
        500,
        "Lỗi của chương trình",
        "Chương trình gặp lỗi; bản ghi không được lưu lại ở đâu. Hãy báo cho người quản trị.",
        "ownFault");

    public static Refusal Busy() =>
        Because(503, "Máy chủ đang bận", "Đang có quá nhiều yêu cầu; hãy thử lại sau vài giây.", "busy");

    /// <summary>With Vietnamese thousands points.</summary>
    public static string Points(int value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    internal static Refusal Because(int status, string title, string detail, string code) =>
        new(title, status, detail, [new(code, detail)]);
}
