namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>A stretch of text without spaces as glyphs of one face. All distances are in font units.</summary>
public sealed class ShapedWord
{
    private long lastPixels;

    internal ShapedWord(string text, ShapedGlyph[] glyphs)
    {
        Text = text;
        Glyphs = glyphs;
        Width = glyphs.Sum(glyph => glyph.Advance);
        HasEveryGlyph = Array.TrueForAll(
            glyphs, letter => letter.Glyph != 0 && (letter.Marks?.All(mark => mark.Glyph != 0) ?? true));
    }

    public string Text { get; }

    /// <summary>The sum of the advances.</summary>
    public int Width { get; }

    /// <summary>Whether the face could show all of it: glyph 0 is the box for what a font does not have.</summary>
    public bool HasEveryGlyph { get; }

    internal ShapedGlyph[] Glyphs { get; }

    /// <summary>The advances on a device, each rounded to whole pixels.</summary>
    /// <param name="perEm">Pixels to the em of the type size.</param>
    /// <param name="unitsPerEm">Font units to the em.</param>
    internal int Pixels(int perEm, int unitsPerEm)
    {
        // A word is nearly always asked for in the size of the time before. Read and written in one piece.
        var known = Volatile.Read(ref lastPixels);
        if (known >> 32 == perEm)
            return (int)known;
        var sum = 0;
        foreach (var glyph in Glyphs)
            sum += Pixels(glyph.Advance, perEm, unitsPerEm);
        Volatile.Write(ref lastPixels, ((long)perEm << 32) | (uint)sum);
        return sum;
    }

    internal static int Pixels(int fontUnits, int perEm, int unitsPerEm) =>
        ((fontUnits * perEm) + (unitsPerEm / 2)) / unitsPerEm;
}

/// <summary>A letter with the marks that belong to it.</summary>
/// <param name="Glyph">The letter's number in the font.</param>
/// <param name="Text">What letter and marks stand for.</param>
/// <param name="Advance">How far the pen moves.</param>
/// <param name="Marks">The marks, placed from the letter's origin; null where it has none of their own.</param>
internal sealed record ShapedGlyph(ushort Glyph, string Text, int Advance, IReadOnlyList<PlacedMark>? Marks);

/// <summary>A mark, and how far its origin is from the letter's.</summary>
internal readonly record struct PlacedMark(ushort Glyph, int X, int Y);
