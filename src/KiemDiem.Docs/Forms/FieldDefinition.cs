using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KiemDiem.Docs.Forms;

/// <summary>A field of a form: what a record may say under one key.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(LongTextField), "longText")]
[JsonDerivedType(typeof(DateField), "date")]
[JsonDerivedType(typeof(YearField), "year")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
public abstract record FieldDefinition
{
    private protected FieldDefinition()
    {
    }

    [JsonPropertyName("field")]
    [Description("Khóa của trường trong bản ghi: tiếng Việt không dấu, camelCase, ít nhất hai âm tiết.")]
    public required string Key { get; init; }

    [Description("Tên trường bằng tiếng Việt, như người dùng nhìn thấy.")]
    public required string Title { get; init; }

    [Description("Một câu hướng dẫn cách điền.")]
    public required string Help { get; init; }

    [Description("Thiếu trường này thì bản in chưa đủ: người dùng được nhắc, nhưng vẫn in được để viết tay.")]
    public bool Required { get; init; }
}

/// <summary>One line of text.</summary>
public sealed record TextField : FieldDefinition
{
    [Description("Số ký tự tối đa.")]
    public int MaxLength { get; init; } = 200;

    [Description("Giá trị của mẫu điền sẵn.")]
    public required string Example { get; init; }

    [Description("Độ dài chỗ trống giữa dòng chữ khi không có giá trị, tính bằng số dấu chấm.")]
    public int Dots { get; init; } = 30;
}

/// <summary>Paragraphs of text; a paragraph that begins with "- " or "+ " is an item.</summary>
public sealed record LongTextField : FieldDefinition
{
    [Description("Số ký tự tối đa của cả trường.")]
    public int MaxLength { get; init; } = 100_000;

    [Description("Các đoạn của mẫu điền sẵn.")]
    public required IReadOnlyList<string> Example { get; init; }
}

public enum DatePrint
{
    /// <summary>ngày 05 tháng 12 năm 2022</summary>
    Words,

    /// <summary>05/12/2022</summary>
    Numeric,
}

/// <summary>A date, or as much of one as is known: the year, or the year and the month.</summary>
public sealed record DateField : FieldDefinition
{
    [Description("Cách in: words là \"ngày 05 tháng 12 năm 2022\", numeric là \"05/12/2022\".")]
    public required DatePrint Print { get; init; }

    [Description("Giá trị của mẫu điền sẵn, dạng ISO 8601.")]
    public required string Example { get; init; }
}

public sealed record YearField : FieldDefinition
{
    [Description("Giá trị của mẫu điền sẵn.")]
    public required int Example { get; init; }

    [Description("Độ dài chỗ trống khi không có giá trị, tính bằng số dấu chấm.")]
    public int Dots { get; init; } = 8;
}

/// <summary>One of a list of values.</summary>
public sealed record ChoiceField : FieldDefinition
{
    [Description("Tên danh mục trong edition.json.")]
    public required string Choices { get; init; }

    [Description("Giá trị của mẫu điền sẵn.")]
    public required string Example { get; init; }
}
