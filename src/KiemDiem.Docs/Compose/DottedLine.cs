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

        // The space is for LibreOffice 7.4, which gives a line of nothing but a tab its natural height, not the exact.
        return new Paragraph(style, [new TextRun(" ", style.Text), Tab.Instance])
        {
            Format = style.Format with { TabStops = [stop] },
        };
    }
}
