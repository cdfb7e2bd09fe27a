using System.ComponentModel;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>What /check says of a record.</summary>
internal sealed record CheckAnswer(
    [property: Description("Phiên bản của mẫu đã dùng để kiểm tra.")] string? Edition,
    [property: Description("Lỗi phải sửa; không có lỗi thì in được.")] IReadOnlyList<RefusalError> Problems,
    [property: Description("Điều nên xem lại; vẫn in được.")] IReadOnlyList<RefusalError> Warnings)
{
    public static CheckAnswer Of(FormDefinition? form, Checked<FormRecord> found) => new(
        form?.Edition.Id,
        [.. found.Problems.Select(RefusalError.Of)],
        [.. found.Warnings.Select(RefusalError.Of)]);
}
