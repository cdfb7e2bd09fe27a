using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>
/// How far a line reaches, in the arithmetic of an office program: glyphs are whole pixels of a reference device of
/// 8,640 to the inch (six to the twip), and portions are whole twips. A portion is a stretch of one style without
/// tabs, boxes, no-break hyphens and edges of controls.
/// </summary>
/// <remarks>
/// The sums of the exact widths differ from these by a twip or two a line, which nobody sees; but once in some
/// thousand lines a word fits by less than that, and then the PDF and the printed Word file would break it
/// differently. Measured with LibreOffice 7.4: docs/word/text-widths.md.
/// </remarks>
internal struct Reach
{
    private const int PixelsPerTwip = 6;
    private const int PixelsPerPoint = 120;
    private const int EmuPerPoint = 12_700;

    private readonly int right;
    private int twips;
    private int pixels;

    /// <param name="left">Where the line begins, in twips.</param>
    /// <param name="right">Where it ends at the latest, in twips.</param>
    public Reach(int left, int right)
    {
        twips = left;
        this.right = right;
    }

    /// <summary>What is left of the line, in pixels.</summary>
    public readonly int Room => ((right - twips) * PixelsPerTwip) - pixels;

    public void Add(int more) => pixels += more;

    /// <summary>Ends the portion.</summary>
    public void EndPortion()
    {
        twips += (pixels + (PixelsPerTwip / 2)) / PixelsPerTwip;
        pixels = 0;
    }

    /// <summary>Goes to a tab stop, or as far before it as the text needs that ends there.</summary>
    public void GoTo(Length place, int before) => (twips, pixels) = (place.Twips - before, 0);

    /// <summary>The twips that any division into portions rounds some pixels to, at the most.</summary>
    public static int TwipsAtMost(int pixels) => (pixels + PixelsPerTwip - 1) / PixelsPerTwip;

    public static int Pixels(Length length) => length.Twips * PixelsPerTwip;

    public static int Pixels(int fontUnits, FontFace face, TextStyle style) =>
        ShapedWord.Pixels(fontUnits, PerEm(style), face.UnitsPerEm);

    public static int Pixels(ShapedWord word, FontFace face, TextStyle style) =>
        word.Pixels(PerEm(style), face.UnitsPerEm);

    private static int PerEm(TextStyle style) => (int)((long)style.Size.Emu * PixelsPerPoint / EmuPerPoint);
}
