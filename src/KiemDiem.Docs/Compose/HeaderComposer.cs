using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers the head of the first page: two columns, in which a long name wraps without moving the other.</summary>
internal static class HeaderComposer
{
    public static IEnumerable<Block> Compose(HeaderBlock block, ComposeContext context)
    {
        var left = context.TheThuc.HeaderLeftWidth;
        yield return new Table(
            [left, context.TextWidth - left],
            [new TableRow([
                [.. StyledLines.Compose(block.Left, context)],
                [.. StyledLines.Compose(block.Right, context)]])]);
    }
}
