using System.ComponentModel;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Forms;

/// <summary>Thể thức: paper, type and spacing, as the layout regulation of an edition wants them.</summary>
public sealed record TheThuc
{
    [Description("Văn bản quy định thể thức.")]
    public required string Source { get; init; }

    [Description("Phông chữ; phải có trong fonts/families.json.")]
    public required string FontFamily { get; init; }

    public required PageSetup Page { get; init; }

    [Description("Bề rộng cột trái của phần đầu trang; cột phải là phần còn lại.")]
    public required Length HeaderLeftWidth { get; init; }

    [Description("Khoảng từ ô chọn đến chữ đứng sau nó.")]
    public required Length BoxToLabel { get; init; }

    [Description("Khoảng trống trên khối chữ ký.")]
    public Length SignatureTop { get; init; }

    [Description("Các kiểu chữ, theo thành phần thể thức.")]
    public required IReadOnlyDictionary<string, StyleDefinition> Styles { get; init; }

    /// <summary>The styles as the typesetter knows them, by their identifiers.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ParagraphStyle> ParagraphStyles =>
        paragraphStyles ??= Styles.ToDictionary(pair => pair.Key, pair => pair.Value.ToStyle(pair.Key));

    private Dictionary<string, ParagraphStyle>? paragraphStyles;
}

/// <summary>A style in a the-thuc.json.</summary>
public sealed record StyleDefinition
{
    [Description("Tên kiểu trong Word; các tên tiếng Anh như \"heading 1\" là kiểu có sẵn của Word.")]
    public required string Name { get; init; }

    [Description("Cỡ chữ, ví dụ \"14 pt\".")]
    public required Length Size { get; init; }

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public Alignment Align { get; init; }

    public Length LeftIndent { get; init; }

    public Length RightIndent { get; init; }

    [Description("Thụt dòng đầu; số âm là treo dòng đầu ra ngoài.")]
    public Length FirstLineIndent { get; init; }

    [Description("Khoảng cách sau đoạn.")]
    public Length SpaceAfter { get; init; }

    [Description("Khoảng cách dòng (Exactly).")]
    public required Length LineHeight { get; init; }

    [Description("Giữ cùng trang với đoạn sau.")]
    public bool KeepWithNext { get; init; }

    [Description("Không tách đoạn sang hai trang.")]
    public bool KeepTogether { get; init; }

    [Description("Bậc trong mục lục của tệp: 1 là mục lớn.")]
    public int? OutlineLevel { get; init; }

    [Description("Vai trò của đoạn đối với trình đọc màn hình: tên văn bản (title), gạch đầu dòng (item, subItem).")]
    public SemanticRole Role { get; init; }

    internal ParagraphStyle ToStyle(string id) => new(
        id,
        Name,
        new TextStyle(Size, Bold, Italic),
        new ParagraphFormat
        {
            Alignment = Align,
            LeftIndent = LeftIndent,
            RightIndent = RightIndent,
            FirstLineIndent = FirstLineIndent,
            SpaceAfter = SpaceAfter,
            LineHeight = LineHeight,
            KeepWithNext = KeepWithNext,
            KeepTogether = KeepTogether,
        },
        OutlineLevel,
        Role);
}
