using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KiemDiem.Docs.Forms;

/// <summary>A block of a form: a piece of the printed page, from top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(FieldLineBlock), "fieldLine")]
[JsonDerivedType(typeof(LongTextBlock), "longText")]
[JsonDerivedType(typeof(RatingRowBlock), "ratingRow")]
[JsonDerivedType(typeof(ChoiceListBlock), "choiceList")]
[JsonDerivedType(typeof(SignatureBlock), "signature")]
[JsonDerivedType(typeof(PageBreakBlock), "pageBreak")]
public abstract record BlockDefinition
{
    private protected BlockDefinition()
    {
    }
}

/// <summary>
/// A paragraph of fixed words in which {field} stands for a field's value: form number, title, prose.
/// </summary>
public sealed record ParagraphBlock : BlockDefinition
{
    [Description("Kiểu chữ trong the-thuc.json.")]
    public string Style { get; init; } = StyleIds.NoiDung;

    [Description("Chữ in sẵn; {tenTruong} được thay bằng giá trị của trường.")]
    public required string Text { get; init; }
}

/// <summary>A line of a header column or of a signature.</summary>
public sealed record StyledLine
{
    [Description("Kiểu chữ trong the-thuc.json.")]
    public required string Style { get; init; }

    [Description("Chữ in sẵn; {tenTruong} được thay bằng giá trị của trường.")]
    public required string Text { get; init; }

    [Description("In hoa toàn bộ dòng, kể cả giá trị của trường.")]
    public bool Capitals { get; init; }

    [Description("Có nét kẻ liền ở dưới, dài đúng bằng dòng chữ.")]
    public bool Rule { get; init; }

    [Description("Chữ in thay cả dòng khi không trường nào của dòng có giá trị.")]
    public string? Blank { get; init; }

    [Description("Bỏ cả dòng khi trường của nó không có giá trị.")]
    public bool Optional { get; init; }
}

/// <summary>The two columns at the head of the first page.</summary>
public sealed record HeaderBlock : BlockDefinition
{
    [Description("Cột trái: cơ quan cấp trên, cơ quan ban hành, dấu sao.")]
    public required IReadOnlyList<StyledLine> Left { get; init; }

    [Description("Cột phải: tiêu đề Đảng Cộng sản Việt Nam, địa danh và ngày tháng năm.")]
    public required IReadOnlyList<StyledLine> Right { get; init; }
}

/// <summary>A label and its field on a line that dots fill to the margin.</summary>
public sealed record FieldLineBlock : BlockDefinition
{
    [Description("Các trường trên cùng một dòng, từ trái sang phải.")]
    public required IReadOnlyList<LabelledField> Fields { get; init; }

    [Description("Kiểu chữ trong the-thuc.json.")]
    public string Style { get; init; } = StyleIds.DongDien;

    [Description("Số dòng chấm để viết tay khi không có giá trị, kể cả dòng đầu.")]
    public int Lines { get; init; } = 1;
}

public sealed record LabelledField
{
    [Description("Chữ in sẵn trước giá trị.")]
    public required string Label { get; init; }

    [Description("Khóa của trường.")]
    public required string Field { get; init; }

    [Description("Nơi nhãn bắt đầu, tính từ lề trái; chỉ dùng cho trường thứ hai trở đi.")]
    public Typesetting.Model.Length? At { get; init; }
}

/// <summary>
/// A heading of its own, then paragraphs from a field; dotted lines where the field is left for the pen.
/// </summary>
public sealed record LongTextBlock : BlockDefinition
{
    [Description("Khóa của trường.")]
    public required string Field { get; init; }

    [Description("Đề mục in sẵn phía trên.")]
    public string? Label { get; init; }

    [Description("Kiểu chữ của đề mục trong the-thuc.json.")]
    public string LabelStyle { get; init; } = StyleIds.NoiDung;

    [Description("Giá trị viết tiếp ngay sau đề mục, trên cùng một dòng.")]
    public bool RunIn { get; init; }

    [Description("Chữ hướng dẫn của mẫu, chỉ in khi trường không có giá trị.")]
    public string? Guidance { get; init; }

    [Description("Số dòng chấm để viết tay khi trường không có giá trị.")]
    public required int Lines { get; init; }
}

public enum BoxSide
{
    Before,
    After,
}

/// <summary>The choices of a field side by side, each with its box.</summary>
public sealed record RatingRowBlock : BlockDefinition
{
    [Description("Khóa của trường.")]
    public required string Field { get; init; }

    [Description("Chữ in sẵn trên hàng ô chọn.")]
    public string? Label { get; init; }

    [Description("Kiểu chữ trong the-thuc.json.")]
    public string Style { get; init; } = StyleIds.HangOChon;

    [Description("Ô chọn đứng trước (before) hay sau (after) chữ.")]
    public BoxSide Box { get; init; }

    [Description("Nơi mỗi lựa chọn bắt đầu, tính từ lề trái; bỏ trống thì chia đều khoảng trống.")]
    public IReadOnlyList<Typesetting.Model.Length>? Starts { get; init; }
}

/// <summary>The choices of a field below each other, each with its box.</summary>
public sealed record ChoiceListBlock : BlockDefinition
{
    [Description("Khóa của trường.")]
    public required string Field { get; init; }

    [Description("Chữ in sẵn phía trên.")]
    public string? Label { get; init; }
}

/// <summary>Who signs: on the right, and where two sign also on the left.</summary>
public sealed record SignatureBlock : BlockDefinition
{
    [Description("Người ký bên trái (nếu có).")]
    public Signatory? Left { get; init; }

    [Description("Người ký bên phải.")]
    public required Signatory Right { get; init; }
}

public sealed record Signatory
{
    [Description("Quyền hạn, chức vụ, ghi chú; từ trên xuống.")]
    public required IReadOnlyList<StyledLine> Lines { get; init; }

    [Description("Khóa của trường họ tên người ký.")]
    public required string Field { get; init; }
}

public sealed record PageBreakBlock : BlockDefinition;
