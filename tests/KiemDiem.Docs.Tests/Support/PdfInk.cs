using UglyToad.PdfPig;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The ink of a PDF's letters, as an independent reader finds it in the embedded outlines.</summary>
internal static class PdfInk
{
    public static List<InkBox> Of(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var ink = new List<InkBox>();
        foreach (var page in document.GetPages())
        {
            ink.AddRange(page.Letters
                .Where(letter => letter.Value.Trim().Length > 0 && letter.BoundingBox.Height > 0)
                .Select(letter => new InkBox(
                    page.Number,
                    letter.BoundingBox.Left,
                    page.Height - letter.BoundingBox.Top,
                    letter.BoundingBox.Right,
                    page.Height - letter.BoundingBox.Bottom,
                    page.Height - letter.StartBaseLine.Y,
                    letter.Value)));
        }

        return ink;
    }
}
