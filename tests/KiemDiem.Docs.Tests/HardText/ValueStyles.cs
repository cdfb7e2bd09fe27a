using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>The styles in which a record's own texts are printed; the others hold words of the forms.</summary>
internal static class ValueStyles
{
    public static IReadOnlySet<string> Of(KiemDiem.Docs.Forms.TheThuc theThuc) => Engine.Renderer.Forms.Forms
        .Where(form => form.Edition.TheThuc.Source == theThuc.Source)
        .SelectMany(form => form.Blocks.SelectMany(block => Of(form, block)))
        .ToHashSet();

    private static IEnumerable<string> Of(FormDefinition form, BlockDefinition block) => block switch
    {
        ParagraphBlock paragraph when HoldsText(form, paragraph.Text) => [paragraph.Style],
        HeaderBlock header => OfLines(form, header.Left.Concat(header.Right)),
        FieldLineBlock line => [line.Style],
        LongTextBlock => [StyleIds.NoiDung, StyleIds.GachDauDong, StyleIds.DauCong],
        SignatureBlock signature =>
            [StyleIds.HoTenKy, .. OfLines(form, signature.Right.Lines.Concat(signature.Left?.Lines ?? []))],
        _ => [],
    };

    private static IEnumerable<string> OfLines(FormDefinition form, IEnumerable<StyledLine> lines) =>
        lines.Where(line => HoldsText(form, line.Text)).Select(line => line.Style);

    private static bool HoldsText(FormDefinition form, string text) =>
        Template.Parse(text).Any(part => part.Field is { } key && form.FieldsByKey[key] is TextField);
}
