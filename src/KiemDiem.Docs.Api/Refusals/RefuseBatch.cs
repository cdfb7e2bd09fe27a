using System.Globalization;
using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Api.Refusals;

/// <summary>Every refusal that only batches have; the others are in <see cref="Refuse"/>.</summary>
internal static class RefuseBatch
{
    private const string Malformed = "Yêu cầu không đọc được";

    public static Refusal NoSource() => Refuse.Because(
        400,
        Malformed,
        "Yêu cầu không có dữ liệu; hãy chọn ít nhất một tệp (.ndjson, .json, .csv hoặc .xlsx).",
        "emptyBody");

    public static Refusal BadKey() => Refuse.Because(
        400,
        Malformed,
        $"Idempotency-Key phải có từ 1 đến {IdempotencyKey.MaxLength} ký tự ASCII in được, và chỉ ghi một lần.",
        "badIdempotencyKey");

    public static Refusal CrossSite() => Refuse.Because(
        403,
        "Không được phép",
        "Yêu cầu này do một trang web khác gửi; chỉ nhận từ chính trang này hoặc từ phần mềm.",
        "crossSite");

    public static Refusal UnknownBatch() => Refuse.Because(
        404,
        "Không tìm thấy",
        "Không có lô này; lô đã kết thúc được giữ một thời gian rồi xóa.",
        "unknownBatch");

    public static Refusal NotEnded() => Refuse.Because(
        409,
        "Lô đang chạy",
        "Lô chưa dừng nên chưa có trọn kết quả; hãy chờ đến khi xong hoặc dừng lô lại.",
        "batchNotEnded");

    public static Refusal NotDone() => Refuse.Because(
        409,
        "Lô chưa xong",
        "Bản kê chỉ có khi lô đã xong; danh sách lỗi và các tệp của lô đã dừng thì có ở địa chỉ riêng.",
        "batchNotDone");

    public static Refusal OtherProgram() => Refuse.Because(
        409,
        "Lô của phiên bản khác",
        FoundInBatch.OtherProgram().Detail,
        FoundInBatch.OtherProgram().Code);

    public static Refusal KeyInUse() => Refuse.Because(
        409,
        "Khóa đang được dùng",
        "Một yêu cầu khác cùng Idempotency-Key đang được nhận; hãy thử lại sau vài giây.",
        "idempotencyKeyInUse");

    public static Refusal UploadTooLarge(long limit) => Refuse.Because(
        413,
        "Nội dung quá lớn",
        $"Dữ liệu của một lô quá lớn; tối đa {limit.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.')} "
            + "byte.",
        "tooLarge");

    public static Refusal WrongType() => Refuse.Because(
        415,
        "Kiểu nội dung không được hỗ trợ",
        $"Dữ liệu phải gửi với Content-Type: {string.Join(", ", SourceBody.Types)}.",
        "wrongContentType");

    public static Refusal WrongCharset() => Refuse.Because(
        415,
        "Kiểu nội dung không được hỗ trợ",
        "charset chỉ được là utf-8; dữ liệu bảng mã cũ thì bỏ charset và dùng tham số encoding.",
        "wrongCharset");

    public static Refusal KeyReused() => Refuse.Because(
        422,
        "Khóa đã dùng cho dữ liệu khác",
        "Idempotency-Key này đã dùng cho một lô có dữ liệu hoặc tùy chọn khác; hãy dùng khóa mới.",
        "idempotencyKeyReused");

    /// <summary>By number: the name of a file may be that of a person.</summary>
    public static Refusal UnknownFileType(int number) => Refuse.Because(
        422,
        "Dữ liệu chưa hợp lệ",
        $"Tệp thứ {number} không có đuôi .ndjson, .jsonl, .json, .csv hoặc .xlsx.",
        "unknownFileType");

    public static Refusal SameName(int number) => Refuse.Because(
        422,
        "Dữ liệu chưa hợp lệ",
        $"Tệp thứ {number} trùng tên với một tệp trước nó; mỗi tệp phải có tên riêng.",
        "sameFileName");

    public static Refusal TooManyFiles() => Refuse.Because(
        422,
        "Dữ liệu chưa hợp lệ",
        $"Có quá nhiều tệp; tối đa {SourceBody.MaxFiles} tệp một lô.",
        "tooManyFiles");

    public static Refusal UnknownField() => Refuse.Because(
        422,
        "Dữ liệu chưa hợp lệ",
        "Ngoài các tệp, biểu mẫu chỉ được có một trường options, không quá 64 KiB.",
        "unknownField");

    public static Refusal BadOptions(IReadOnlyList<RefusalError> errors) => new(
        "Tùy chọn chưa hợp lệ",
        422,
        errors.Count == 1 ? errors[0].Detail : $"Có {errors.Count} tùy chọn sai; xem từng lỗi ở errors.",
        errors);

    /// <summary>Unlike a single record, a source that was received may still be there.</summary>
    public static Refusal OwnFault() => Refuse.Because(
        500, "Lỗi của chương trình", "Chương trình gặp lỗi; hãy thử lại, hoặc báo cho người quản trị.", "ownFault");

    public static Refusal DiskLimit() => Refuse.Because(
        507,
        "Hết chỗ lưu trữ",
        "Máy chủ không còn đủ chỗ cho dữ liệu này; hãy chờ các lô cũ được xóa hoặc báo cho người quản trị.",
        "diskLimit");
}
