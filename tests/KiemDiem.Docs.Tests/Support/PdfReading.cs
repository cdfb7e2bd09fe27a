using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// A produced PDF as an independent reader measures it: letters, strokes and pages. Places in millimetres from the top
/// left corner of the paper, sizes of type in points.
/// </summary>
internal sealed class PdfReading
{
    private const double MmPerPoint = 25.4 / 72;

    public PdfReading(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        Pages = [.. document.GetPages().Select(Read)];
    }

    public IReadOnlyList<PdfPage> Pages { get; }

    public static double Mm(double points) => points * MmPerPoint;

    private static PdfPage Read(Page page)
    {
        var letters = page.Letters
            .Where(letter => letter.Value.Trim().Length > 0)
            .Select(letter => new PdfLetter(
                letter.Value,
                letter.FontName ?? string.Empty,
                letter.PointSize,
                page.Number,
                Mm(letter.StartBaseLine.X),
                Mm(letter.EndBaseLine.X),
                Mm(page.Height - letter.StartBaseLine.Y),
                Mm(page.Height - letter.BoundingBox.Top)));
        var strokes = page.Paths.Where(path => path.IsStroked).Select(path => Read(path, page));
        return new PdfPage(
            page.Number, Mm(page.Width), Mm(page.Height), [.. letters], [.. strokes.OfType<PdfStroke>()]);
    }

    /// <summary>Null where the path has no points.</summary>
    private static PdfStroke? Read(PdfPath path, Page page)
    {
        if (path.GetBoundingRectangle() is not { } box)
            return null;
        var isDotted = path.LineDashPattern is { Array.Count: > 0 };
        return new PdfStroke(
            page.Number,
            Mm(box.Left),
            Mm(box.Right),
            Mm(page.Height - box.Top),
            Mm(page.Height - box.Bottom),
            Mm(path.LineWidth),
            isDotted);
    }
}

internal sealed record PdfPage(
    int Number, double Width, double Height, IReadOnlyList<PdfLetter> Letters, IReadOnlyList<PdfStroke> Strokes);

/// <param name="Text">One letter, with its marks where the font has no letter of its own for them.</param>
/// <param name="Font">As the file names it.</param>
/// <param name="Size">Of the type, in points.</param>
/// <param name="Page">From 1.</param>
/// <param name="Left">Where the pen is put down.</param>
/// <param name="Right">Where the pen goes on: the width of the letter in the font, not of its ink.</param>
/// <param name="Baseline">From the upper edge of the paper.</param>
/// <param name="InkTop">The highest ink, from the upper edge of the paper.</param>
internal sealed record PdfLetter(
    string Text, string Font, double Size, int Page, double Left, double Right, double Baseline, double InkTop)
{
    public bool Bold => Font.Contains("Bold", StringComparison.Ordinal);

    public bool Italic => Font.Contains("Italic", StringComparison.Ordinal);
}

/// <summary>A drawn line or box, from the middle of the pen; a row of dots is one stroke.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Left">Its left end.</param>
/// <param name="Right">Its right end.</param>
/// <param name="Top">From the upper edge of the paper.</param>
/// <param name="Bottom">The same where it is level.</param>
/// <param name="Thickness">Of the pen.</param>
/// <param name="IsDotted">Whether it is broken.</param>
internal sealed record PdfStroke(
    int Page, double Left, double Right, double Top, double Bottom, double Thickness, bool IsDotted)
{
    /// <summary>A row of dots stands on the baseline, as full stops do.</summary>
    public double Foot => Bottom + (Thickness / 2);

    public bool IsLevel => Math.Abs(Bottom - Top) < 0.01;
}

/// <summary>A line of text with the rows of dots on it.</summary>
internal sealed record PdfLine(
    int Page, double Baseline, IReadOnlyList<PdfLetter> Letters, IReadOnlyList<PdfStroke> Dots)
{
    public double Left => Letters.Select(letter => letter.Left).Concat(Dots.Select(dots => dots.Left)).Min();

    public double Right => Letters.Select(letter => letter.Right).Concat(Dots.Select(dots => dots.Right)).Max();

    public double Centre => (Left + Right) / 2;

    /// <summary>Without blanks, which the reader leaves out.</summary>
    public string Text => string.Concat(Letters.Select(letter => letter.Text));

    /// <summary>Whether there is a gap as wide as a space somewhere: whether the line could be stretched.</summary>
    public bool HasSpaces => Letters.Zip(Letters.Skip(1)).Any(pair => pair.Second.Left - pair.First.Right > 0.5);
}
