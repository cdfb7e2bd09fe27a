using System.ComponentModel;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>The forms there are.</summary>
internal sealed record FormList([property: Description("Các mẫu hiện có.")] IReadOnlyList<FormEntry> Forms)
{
    public static FormList Of(FormLibrary library) =>
        new([.. library.FormIds.Select(form => FormEntry.Of(library.EditionsOf(form)))]);
}

/// <summary>A form with its editions and its addresses.</summary>
internal sealed record FormEntry(
    [property: Description("Tên mẫu trong địa chỉ.")] string Form,
    [property: Description("Tên mẫu.")] string Title,
    [property: Description("Các phiên bản, cũ trước mới sau.")] IReadOnlyList<EditionEntry> Editions,
    [property: Description("Địa chỉ theo việc: self, docx, pdf, png, check, schema, sample, blank.")]
    IReadOnlyDictionary<string, string> Links)
{
    public static FormEntry Of(IReadOnlyList<FormDefinition> editions)
    {
        var self = $"/v1/forms/{editions[0].Id}";
        var links = new Dictionary<string, string> { ["self"] = self };
        foreach (var format in OutputFormat.All)
            links[format.Extension] = $"{self}.{format.Extension}";
        links["check"] = $"{self}/check";
        links["schema"] = $"{self}/schema";
        links["sample"] = $"{self}/sample";
        links["blank"] = $"{self}/sample?blank=true";
        return new FormEntry(editions[^1].Id, editions[^1].Title, [.. editions.Select(EditionEntry.Of)], links);
    }
}

/// <summary>An edition of a form.</summary>
internal sealed record EditionEntry(
    [property: Description("Tên phiên bản, dùng cho ?edition=.")] string Edition,
    [property: Description("Tên gọi của phiên bản.")] string Title,
    [property: Description("Số mẫu in trong văn bản hướng dẫn.")] string SoMau,
    [property: Description("Thời gian có hiệu lực.")] InForce InForce,
    [property: Description("Các văn bản làm căn cứ.")] IReadOnlyList<LegalSource> LegalBasis,
    [property: Description("Nguồn của lời văn.")] IReadOnlyList<string> Sources,
    [property: Description("Địa chỉ của lược đồ và bản ghi mẫu theo phiên bản này.")]
    IReadOnlyDictionary<string, string> Links)
{
    public static EditionEntry Of(FormDefinition form)
    {
        var self = $"/v1/forms/{form.Id}";
        var edition = Uri.EscapeDataString(form.Edition.Id);
        return new EditionEntry(
            form.Edition.Id,
            form.Edition.Title,
            form.SoMau,
            form.Edition.InForce,
            form.Edition.LegalBasis,
            form.Sources,
            new Dictionary<string, string>
            {
                ["schema"] = $"{self}/schema?edition={edition}",
                ["sample"] = $"{self}/sample?edition={edition}",
                ["blank"] = $"{self}/sample?blank=true&edition={edition}",
            });
    }
}
