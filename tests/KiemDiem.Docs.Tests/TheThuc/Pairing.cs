using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>
/// Finds the lines of each paragraph of the Word file in the PDF: both have the same letters in the same order. A
/// paragraph of nothing but dots has the row of dots that no letters stand beside.
/// </summary>
internal static class Pairing
{
    private const double SameLine = 0.1;

    public static IReadOnlyList<PrintedParagraph> Of(DocxReading word, PdfReading pdf)
    {
        var letters = new Queue<PdfLetter>(pdf.Pages.SelectMany(page => page.Letters.Where(IsText)));
        var onlyDots = new Queue<PdfLine>(pdf.Pages.SelectMany(OnlyDots));
        var pages = pdf.Pages.ToDictionary(page => page.Number);
        var paragraphs = new List<PrintedParagraph>();
        foreach (var paragraph in word.Paragraphs)
        {
            var text = Visible(paragraph.Text);
            if (text.Length > 0)
                paragraphs.Add(new PrintedParagraph(paragraph, Lines(Take(letters, text), paragraph, pages)));
            else if (paragraph.HasTab)
                paragraphs.Add(new PrintedParagraph(paragraph, [onlyDots.Dequeue()]));
        }

        if (letters.Count + onlyDots.Count > 0)
            throw new InvalidOperationException("The PDF has text that the Word file does not have.");
        return paragraphs;
    }

    /// <summary>The page number stands above the text, and the Word file has it in a header.</summary>
    public static bool IsText(PdfLetter letter) => letter.Baseline > TheRegulation.Top;

    private static List<PdfLetter> Take(Queue<PdfLetter> letters, string text)
    {
        var taken = new List<PdfLetter>();
        var length = 0;
        while (length < text.Length && letters.TryDequeue(out var letter))
        {
            taken.Add(letter);
            length += Visible(letter.Text).Length;
        }

        var found = string.Concat(taken.Select(letter => Visible(letter.Text)));
        return found == text
            ? taken
            : throw new InvalidOperationException($"The Word file has '{text}' where the PDF has '{found}'.");
    }

    private static List<PdfLine> Lines(
        List<PdfLetter> letters, DocxParagraph paragraph, Dictionary<int, PdfPage> pages)
    {
        var start = TheRegulation.Left + (paragraph.Cell?.Start ?? 0);
        var end = start + (paragraph.Cell?.Width ?? TheRegulation.TextWidth);
        var lines = new List<PdfLine>();
        foreach (var letter in letters)
        {
            if (lines is [.., var line] && line.Page == letter.Page && IsOn(line.Baseline, letter))
            {
                lines[^1] = line with { Letters = [.. line.Letters, letter] };
                continue;
            }

            var dots = pages[letter.Page].Strokes
                .Where(stroke => IsBeside(letter, stroke) && stroke.Left >= start && stroke.Right <= end);
            lines.Add(new PdfLine(letter.Page, letter.Baseline, [letter], [.. dots]));
        }

        return lines;
    }

    /// <summary>Rows of dots without a letter, from top to bottom.</summary>
    private static IEnumerable<PdfLine> OnlyDots(PdfPage page) => page.Strokes
        .Where(stroke => stroke.IsDotted && !page.Letters.Any(letter => IsBeside(letter, stroke)))
        .OrderBy(dots => dots.Foot)
        .Select(dots => new PdfLine(page.Number, dots.Foot, [], [dots]));

    private static bool IsBeside(PdfLetter letter, PdfStroke stroke) =>
        stroke.IsDotted && IsOn(stroke.Foot, letter);

    private static bool IsOn(double baseline, PdfLetter letter) => Math.Abs(baseline - letter.Baseline) < SameLine;

    /// <summary>Blanks and boxes are drawn in the PDF, not written.</summary>
    private static string Visible(string text) => string.Concat(
        text.Where(c => !char.IsWhiteSpace(c) && c is not ('☐' or '☒' or '\u2060' or '\u200B')));
}
