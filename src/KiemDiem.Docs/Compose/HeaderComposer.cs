using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>
/// Lowers the head of the first page: two columns, in which a long name wraps without moving the other.
/// </summary>
internal static class HeaderComposer
{
    public static IEnumerable<Block> Compose(HeaderBlock block, ComposeContext context)
    {
        var left = context.TheThuc.HeaderLeftWidth;
        var right = context.TextWidth - left;
        yield return new Table(
            [left, right],
            [new TableRow([
                [.. StyledLines.Compose(block.Left, left, context)],
                [.. StyledLines.Compose(block.Right, right, context)]])]);
    }
}
