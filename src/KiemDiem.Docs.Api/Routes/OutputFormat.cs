using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Proof;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>What a form can be had as.</summary>
/// <param name="Extension">Also the end of the route.</param>
/// <param name="MediaType">Content-Type.</param>
/// <param name="Summary">One line, for people.</param>
/// <param name="Pages">Whether it is one page of several.</param>
/// <param name="Render">Makes the file; null where there is no such page.</param>
internal sealed record OutputFormat(
    string Extension,
    string MediaType,
    string Summary,
    bool Pages,
    Func<FormRenderer, FormRecord, RenderArguments, ProvenFile?> Render)
{
    public static IReadOnlyList<OutputFormat> All { get; } =
    [
        new(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Tạo tệp Word (.docx) để sửa tiếp hoặc in",
            Pages: false,
            (renderer, record, arguments) => renderer.MakeDocx(record, arguments.Options)),
        new(
            "pdf",
            "application/pdf",
            "Tạo tệp PDF để in hoặc lưu",
            Pages: false,
            (renderer, record, arguments) => renderer.MakePdf(record, arguments.Options)),
        new(
            "png",
            "image/png",
            "Xem ảnh một trang (PNG)",
            Pages: true,
            (renderer, record, arguments) =>
                renderer.MakePngs(record, arguments.DotsPerInch, arguments.Page) is [var page] ? page : null),
    ];
}

/// <summary>What the address of a render says beside the form and the format.</summary>
internal sealed record RenderArguments(FormDefinition? Edition, int Page, int DotsPerInch, RenderOptions Options)
{
    /// <summary>Below it nothing can be read.</summary>
    public const int MinDotsPerInch = 36;

    public const int MaxPage = 9999;
}
