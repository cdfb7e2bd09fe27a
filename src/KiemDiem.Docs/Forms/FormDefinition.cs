using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KiemDiem.Docs.Forms;

/// <summary>A form in one edition: its fields and its blocks.</summary>
public sealed record FormDefinition
{
    [JsonPropertyName("form")]
    [Description("Tên mẫu trong địa chỉ và tên tệp: chữ thường, không dấu, nối bằng gạch ngang.")]
    public required string Id { get; init; }

    [Description("Số mẫu in trong văn bản hướng dẫn.")]
    public required string SoMau { get; init; }

    [Description("Tên mẫu.")]
    public required string Title { get; init; }

    [Description("Nguồn của lời văn, và chỗ nào chưa tìm thấy bản chính thức.")]
    public required IReadOnlyList<string> Sources { get; init; }

    [Description("Các trường ghép vào tên tệp kết quả, sau tên mẫu.")]
    public required IReadOnlyList<string> FileName { get; init; }

    [Description("Các trường cho biết những gì nơi lưu trữ hỏi.")]
    public required LuuTru LuuTru { get; init; }

    [Description("Các trường của bản ghi.")]
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    [Description("Các khối của trang in, từ trên xuống.")]
    public required IReadOnlyList<BlockDefinition> Blocks { get; init; }

    [JsonIgnore]
    public Edition Edition { get; init; } = null!;

    /// <summary>The fields by key.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, FieldDefinition> FieldsByKey =>
        fieldsByKey ??= Fields.ToDictionary(definition => definition.Key, StringComparer.Ordinal);

    private Dictionary<string, FieldDefinition>? fieldsByKey;

    /// <summary>The choices of a field.</summary>
    public IReadOnlyList<Choice> ChoicesOf(ChoiceField field) => Edition.ChoiceLists[field.Choices];
}
