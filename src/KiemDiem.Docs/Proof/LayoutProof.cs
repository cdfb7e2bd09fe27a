using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Proof;

/// <summary>Checks of set pages, before they are written or painted.</summary>
internal static class LayoutProof
{
    /// <summary>
    /// What may hang over a margin: lines are broken by whole pixels of a screen, as Word breaks them, so a full line
    /// may be a few hundredths of a millimetre longer than it is wide.
    /// </summary>
    private static readonly Length Hang = Length.Mm(1);

    public static bool HasEveryWord(FormRecord record, LaidOutDocument laidOut)
    {
        var ticks = Items(laidOut).Count(item => item.Item is BoxItem { Box.Checked: true });
        return RecordWords.AllIn(record, LettersOf(laidOut), ticks);
    }

    /// <summary>All words in the order in which they are set, without blanks and without the page numbers.</summary>
    public static string LettersOf(LaidOutDocument laidOut)
    {
        var letters = new StringBuilder();
        foreach (var (line, item) in Items(laidOut))
        {
            if (item is not TextItem text || IsPageNumber(line.Line))
                continue;
            foreach (var word in text.Words)
                letters.AddLetters(word.Word.Text);
        }

        return letters.ToString();
    }

    public static bool HasEveryGlyph(LaidOutDocument laidOut) => Items(laidOut).All(
        item => item.Item is not TextItem text || text.Words.All(word => word.Word.HasEveryGlyph));

    public static bool StaysInside(LaidOutDocument laidOut)
    {
        var page = laidOut.Document.Page;
        var (left, right) = (page.Left - Hang, page.Width - page.Right + Hang);
        foreach (var (line, item) in Items(laidOut))
        {
            var top = IsPageNumber(line.Line) ? page.PageNumberTop : page.Top;
            var (from, to) = (line.X + item.X, line.X + EndOf(item));
            if (from < left || to > right || line.Top < top || line.Top + line.Line.Height > page.Height - page.Bottom)
                return false;
        }

        return true;
    }

    private static Length EndOf(LineItem item) => item switch
    {
        TextItem { Words: [.., var last] } text => last.X + text.Face.Scale(last.Word.Width, text.Style.Size),
        LeaderItem leader => leader.X + leader.Width,
        BoxItem box => box.X + box.Side,
        RuleItem rule => rule.X + rule.Width,
        _ => item.X,
    };

    private static bool IsPageNumber(Line line) => line.Source is Paragraph { Role: SemanticRole.PageNumber };

    private static IEnumerable<(PlacedLine Line, LineItem Item)> Items(LaidOutDocument laidOut) =>
        from page in laidOut.Pages
        from line in page.Lines
        from item in line.Line.Items
        select (line, item);
}
