using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// Sets blocks in the real font on a page so many spaces wide and draws the lines as text: a picture of the layout.
/// One column is the width of a full stop, a quarter of the type size; words stand where their left edge is.
/// </summary>
internal static class AsciiPage
{
    public static TextStyle Plain { get; } = new(Length.Pt(16));

    /// <summary>4 pt.</summary>
    public static Length Column { get; } = Length.Pt(4);

    public static Length Pitch { get; } = Length.Pt(20);

    public static ParagraphStyle Style(ParagraphFormat? format = null, int? outlineLevel = null) =>
        new("test", "Test", Plain, (format ?? new ParagraphFormat()) with { LineHeight = Pitch }, outlineLevel);

    public static Paragraph Paragraph(string text, ParagraphFormat? format = null) =>
        new(Style(format), [new TextRun(text, Plain)]);

    public static Document Document(int columns, int lines, params IReadOnlyList<Block> blocks) => new()
    {
        Info = new DocumentInfo("Test", "Test", "vi-VN", new DateOnly(2022, 12, 5)),
        Page = new PageSetup
        {
            Width = (Column * columns) + Length.Pt(40),
            Height = (Pitch * lines) + Length.Pt(60),
            Top = Length.Pt(40),
            Bottom = Length.Pt(20),
            Left = Length.Pt(20),
            Right = Length.Pt(20),
            PageNumberTop = Length.Pt(10),
        },
        FontFamily = "Times New Roman",
        BodyStyle = Style(),
        PageNumberStyle = Style(new ParagraphFormat { Alignment = Alignment.Centre }),
        Styles = [Style()],
        Blocks = blocks,
    };

    public static LaidOutDocument LayOut(int columns, int lines, params IReadOnlyList<Block> blocks) =>
        LayoutEngine.LayOut(Document(columns, lines, blocks), Engine.Fonts);

    /// <summary>All pages; a line of equals signs between two.</summary>
    public static string Of(int columns, int lines, params IReadOnlyList<Block> blocks)
    {
        var laidOut = LayOut(columns, lines, blocks);
        var pages = laidOut.Pages.Select(page => Draw(page, laidOut.Document.Page, columns));
        return string.Join('\n' + new string('=', columns + 2) + '\n', pages);
    }

    private static string Draw(Page page, PageSetup setup, int columns)
    {
        var rows = new SortedDictionary<int, char[]>();
        foreach (var placed in page.Lines.Where(line => line.Top >= setup.Top))
        {
            if (!rows.TryGetValue(placed.Top.Emu, out var row))
                rows[placed.Top.Emu] = row = [.. Enumerable.Repeat(' ', columns)];
            foreach (var item in placed.Line.Items)
                Draw(item, row, placed.X - setup.Left);
        }

        return string.Join('\n', rows.Values.Select(row => $"|{new string(row)}|"));
    }

    private static void Draw(LineItem item, char[] row, Length left)
    {
        switch (item)
        {
            case TextItem text:
                foreach (var word in text.Words)
                    Put(row, At(left + word.X), word.Word.Text);
                break;
            case LeaderItem leader:
                Put(row, At(left + leader.X), new string('.', At(leader.Width)));
                break;
            case BoxItem box:
                Put(row, At(left + box.X), box.Box.Checked ? "[x]" : "[ ]");
                break;
            case RuleItem rule:
                Put(row, At(left + rule.X), new string('_', At(rule.Width)));
                break;
            default:
                throw new InvalidOperationException(item.GetType().Name);
        }
    }

    private static int At(Length x) => (int)Math.Round((double)x.Emu / Column.Emu);

    private static void Put(char[] row, int at, string text)
    {
        for (var i = 0; i < text.Length && at + i < row.Length; i++)
            row[at + i] = text[i];
    }
}
