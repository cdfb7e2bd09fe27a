using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>A line of dots from margin to margin, to write on.</summary>
internal static class DottedLine
{
    public static Paragraph Compose(ComposeContext context)
    {
        var style = context.Style(StyleIds.DongKe);
        var stop = new TabStop(context.TextWidth, TabAlignment.Right, DotLeader: true);
        return new Paragraph(style, [Tab.Instance]) { Format = style.Format with { TabStops = [stop] } };
    }
}
