using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers a signature: one row of two halves that no page end ever splits.</summary>
internal static class SignatureComposer
{
    public static IEnumerable<Block> Compose(SignatureBlock block, ComposeContext context)
    {
        var half = context.TextWidth / 2;
        yield return new Table(
            [half, context.TextWidth - half],
            [new TableRow([block.Left is null ? [] : Half(block.Left, half, context), Half(block.Right, half, context)])])
        {
            TopPadding = context.TheThuc.SignatureTop,
        };
    }

    /// <summary>The last line before the name carries the room for the hand and the seal as its space after.</summary>
    private static List<Block> Half(Signatory signatory, Length width, ComposeContext context)
    {
        var name = context.Style(StyleIds.HoTenKy);
        var printed = ValueText.Printed(context, signatory.Field);
        return
        [
            .. StyledLines.Compose(signatory.Lines, width, context),
            new Paragraph(name, printed is null ? [] : [new TextRun(printed, name.Text)]),
        ];
    }
}
