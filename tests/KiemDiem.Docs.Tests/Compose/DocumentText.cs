using System.Text;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

/// <summary>A document's words as a reader sees them: "…" where dots stand, "□" and "☒" where boxes stand.</summary>
internal static class DocumentText
{
    public static IEnumerable<Paragraph> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(Paragraphs);

    private static IEnumerable<Paragraph> Paragraphs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Table table => Paragraphs(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell)),
        _ => [],
    };

    /// <summary>Every paragraph, cells of tables from left to right; empty ones are left out.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<Block> blocks) =>
        [.. Paragraphs(blocks).Select(Of).Where(line => line.Length > 0)];

    /// <summary>The text of a paragraph; around dots there are no spaces.</summary>
    public static string Of(Paragraph paragraph)
    {
        var stops = paragraph.Format.TabStops;
        var tabs = paragraph.Inlines.Count(inline => inline is Tab);
        var line = new StringBuilder();
        foreach (var inline in paragraph.Inlines)
        {
            // The tab after the sign of an item has no stop: it goes to the indent.
            var stop = inline is Tab ? stops.ElementAtOrDefault(stops.Count - tabs--) : null;
            line.Append(inline switch
            {
                TextRun run => run.Text.Replace('\u00A0', ' '),
                Tab => stop is { DotLeader: true } ? "…" : " ",
                DottedBlank => "…",
                CheckBox box => box.Checked ? "☒" : "□",
                _ => throw new InvalidOperationException(inline.GetType().Name),
            });
        }

        return Tidy(line.ToString());
    }

    /// <summary>One kind of dots, no spaces around them, single spaces elsewhere.</summary>
    public static string Tidy(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words)
            .Replace(" …", "…", StringComparison.Ordinal)
            .Replace("… ", "…", StringComparison.Ordinal);
    }
}
