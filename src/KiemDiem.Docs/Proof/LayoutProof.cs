using System.Text;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Proof;

/// <summary>What is seen on set pages, before they are written or painted; they are gone through once.</summary>
internal sealed class LayoutProof
{
    /// <summary>
    /// What may hang over a margin: lines are broken by whole pixels of a screen, as Word breaks them, so a full line
    /// may be a little longer than it is wide.
    /// </summary>
    private static readonly Length Hang = Length.Mm(1);

    private readonly PageSetup setup;
    private readonly StringBuilder letters = new();

    private LayoutProof(PageSetup setup) => this.setup = setup;

    /// <summary>All words in the order in which they are set, without blanks and without the page numbers.</summary>
    public string Letters => field ??= letters.ToString();

    /// <summary>How many boxes are ticked.</summary>
    public int Ticks { get; private set; }

    public bool HasEveryGlyph { get; private set; } = true;

    /// <summary>Whether all stands between the margins.</summary>
    public bool StaysInside { get; private set; } = true;

    public static LayoutProof Of(LaidOutDocument laidOut)
    {
        var proof = new LayoutProof(laidOut.Document.Page);
        foreach (var page in laidOut.Pages)
        {
            foreach (var line in page.Lines)
                proof.Look(line);
        }

        return proof;
    }

    private void Look(PlacedLine placed)
    {
        var isNumber = placed.Line.Source is Paragraph { Role: SemanticRole.PageNumber };
        var top = isNumber ? setup.PageNumberTop : setup.Top;
        StaysInside &= placed.Top >= top && placed.Top + placed.Line.Height <= setup.Height - setup.Bottom;
        foreach (var item in placed.Line.Items)
        {
            StaysInside &= placed.X + item.X >= setup.Left - Hang
                && placed.X + EndOf(item) <= setup.Width - setup.Right + Hang;
            if (item is TextItem text)
                Look(text, isNumber);
            else if (item is BoxItem { Box.Checked: true })
                Ticks++;
        }
    }

    private void Look(TextItem text, bool isNumber)
    {
        foreach (var word in text.Words)
        {
            HasEveryGlyph &= word.Word.HasEveryGlyph;
            if (!isNumber)
                letters.AddLetters(word.Word.Text);
        }
    }

    private static Length EndOf(LineItem item) => item switch
    {
        TextItem { Words: [.., var last] } text => last.X + text.Face.Scale(last.Word.Width, text.Style.Size),
        LeaderItem leader => leader.X + leader.Width,
        BoxItem box => box.X + box.Side,
        RuleItem rule => rule.X + rule.Width,
        _ => item.X,
    };
}
