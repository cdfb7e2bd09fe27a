using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KiemDiem.Docs.Forms;

/// <summary>An edition of the forms: what was in force from one day to another, and by which law.</summary>
public sealed record Edition
{
    [JsonPropertyName("edition")]
    [Description("Tên phiên bản, trùng với tên thư mục.")]
    public required string Id { get; init; }

    [Description("Tên gọi của phiên bản.")]
    public required string Title { get; init; }

    [Description("Thời gian có hiệu lực.")]
    public required InForce InForce { get; init; }

    [Description("Các văn bản làm căn cứ.")]
    public required IReadOnlyList<LegalSource> LegalBasis { get; init; }

    [JsonPropertyName("theThuc")]
    [Description("Tệp thể thức, tính từ thư mục này.")]
    public string TheThucFile { get; init; } = "the-thuc.json";

    [Description("Các danh mục để chọn.")]
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> ChoiceLists { get; init; } =
        new Dictionary<string, IReadOnlyList<Choice>>();

    [JsonIgnore]
    public TheThuc TheThuc { get; init; } = null!;
}

/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it is in force.</param>
public sealed record InForce(
    [property: Description("Ngày đầu tiên.")] DateOnly From,
    [property: Description("Ngày cuối cùng; bỏ trống nếu còn hiệu lực.")] DateOnly? To = null)
{
    public bool Covers(DateOnly date) => date >= From && (To is null || date <= To);
}

public sealed record LegalSource(
    [property: Description("Số và ký hiệu.")] string SoKyHieu,
    [property: Description("Ngày ban hành.")] DateOnly NgayBanHanh,
    [property: Description("Cơ quan ban hành.")] string CoQuanBanHanh,
    [property: Description("Trích yếu.")] string TrichYeu);

public sealed record Choice(
    [property: Description("Giá trị trong bản ghi.")] string Value,
    [property: Description("Chữ in trên mẫu.")] string Label);
