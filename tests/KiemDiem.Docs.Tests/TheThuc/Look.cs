using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>Size and weight of a component as 36-HD/VPTW, Phụ lục 3 asks for them, in both files.</summary>
/// <param name="From">The least size, in points.</param>
/// <param name="To">The greatest.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Italic">Whether it is italic; upright where not.</param>
/// <param name="Capitals">Whether it is in capitals.</param>
internal sealed record Look(
    double From, double To, bool Bold = false, bool Italic = false, bool Capitals = false)
{
    private const double SizeTolerance = 0.05;

    public Look(double size)
        : this(size, size)
    {
    }

    public void AssertOn(IEnumerable<PrintedParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            Assert.All(paragraph.Letters, AssertOn);
            Assert.All(Written(paragraph), AssertOn);
            if (!Capitals)
                continue;
            Assert.Equal(paragraph.Text.ToUpperInvariant(), paragraph.Text);
            Assert.Equal(paragraph.Word.Text.ToUpperInvariant(), paragraph.Word.Text);
        }
    }

    public void AssertOn(PdfLetter letter)
    {
        Assert.InRange(letter.Size, From - SizeTolerance, To + SizeTolerance);
        Assert.Equal((Bold, Italic), (letter.Bold, letter.Italic));
    }

    public void AssertOn(DocxRun run)
    {
        Assert.InRange(run.Size, From, To);
        Assert.Equal((Bold, Italic), (run.Bold, run.Italic));
    }

    /// <summary>Runs with letters in them: boxes have a font of their own.</summary>
    public static IEnumerable<DocxRun> Written(PrintedParagraph paragraph) =>
        paragraph.Word.Runs.Where(run => run.Text.Any(char.IsLetterOrDigit));
}
