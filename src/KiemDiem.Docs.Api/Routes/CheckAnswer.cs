using System.ComponentModel;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>What /check says of a record.</summary>
internal sealed record CheckAnswer(
    [property: Description("Phiên bản của mẫu đã dùng; null nếu không phiên bản nào có hiệu lực vào ngày đó.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? Edition,
    [property: Description("Lỗi phải sửa; không có lỗi thì in được.")] IReadOnlyList<RefusalError> Problems,
    [property: Description("Điều nên xem lại; vẫn in được.")] IReadOnlyList<RefusalError> Warnings)
{
    public static CheckAnswer Of(CheckedRecord found) => new(
        found.Form?.Edition.Id,
        [.. found.Problems.Select(RefusalError.Of)],
        [.. found.Warnings.Select(RefusalError.Of)]);
}
