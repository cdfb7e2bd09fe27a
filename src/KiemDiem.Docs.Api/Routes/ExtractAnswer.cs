using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Readback;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>What /extract finds in a file.</summary>
internal sealed record ExtractAnswer(
    [property: Description("Tên mẫu; null nếu không biết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? Form,
    [property: Description("Phiên bản của mẫu; null nếu không biết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? Edition,
    [property: Description("Bản ghi như đang có trong tệp; gửi lại được để lập văn bản.")]
    [property: JsonConverter(typeof(RawJson))]
    ReadOnlyMemory<byte> Record,
    [property: Description("Các trường đã sửa trong tệp sau khi lập (JSON Pointer).")] IReadOnlyList<string> Edited,
    [property: Description("Lỗi của bản ghi như đang có trong tệp.")] IReadOnlyList<RefusalError> Problems,
    [property: Description("Điều nên xem lại.")] IReadOnlyList<RefusalError> Warnings)
{
    public static ExtractAnswer Of(ExtractedRecord found) => new(
        found.Checked.Form?.Id,
        found.Checked.Form?.Edition.Id,
        found.Json,
        [.. found.Edited.Select(path => path.Pointer)],
        [.. found.Checked.Problems.Select(RefusalError.Of)],
        [.. found.Checked.Warnings.Select(RefusalError.Of)]);
}

/// <summary>JSON that is already written goes out as it is: a file may hold a text that no string can.</summary>
internal sealed class RawJson : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only written.");

    public override void Write(
        Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Span);
}
