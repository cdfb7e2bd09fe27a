using KiemDiem.Docs.Typesetting.Model;
using UglyToad.PdfPig;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>Whether an independent reader finds all ink of text between the margins.</summary>
internal static class Margins
{
    /// <summary>Side bearings: an italic or a combining mark may lean out by this much.</summary>
    private const double Lean = 3;

    public static void AssertKept(byte[] pdf, PageSetup setup)
    {
        using var document = PdfDocument.Open(pdf);
        foreach (var page in document.GetPages())
        {
            foreach (var letter in page.Letters.Where(letter => letter.Value.Trim().Length > 0))
            {
                Assert.InRange(letter.StartBaseLine.X, setup.Left.Points - Lean, setup.Width.Points);
                Assert.InRange(letter.EndBaseLine.X, 0, (setup.Width - setup.Right).Points + Lean);
                Assert.True(
                    letter.StartBaseLine.Y > setup.Bottom.Points,
                    $"Page {page.Number}: text below the margin.");
                Assert.True(
                    letter.StartBaseLine.Y < (setup.Height - setup.PageNumberTop).Points,
                    $"Page {page.Number}: text too high.");
            }
        }
    }
}
