namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>A stretch of text without spaces as glyphs of one face. All distances are in font units.</summary>
public sealed class ShapedWord
{
    internal ShapedWord(string text, ushort[] glyphs, string[] glyphTexts, int[] advances, (int X, int Y)[]? offsets)
    {
        Text = text;
        Glyphs = glyphs;
        GlyphTexts = glyphTexts;
        Advances = advances;
        Offsets = offsets;
        Width = advances.Sum();
    }

    public string Text { get; }

    public IReadOnlyList<ushort> GlyphIds => Glyphs;

    /// <summary>The sum of the advances.</summary>
    public int Width { get; }

    internal ushort[] Glyphs { get; }

    /// <summary>What each glyph stands for; empty for the second and later glyphs of one character.</summary>
    internal string[] GlyphTexts { get; }

    internal int[] Advances { get; }

    /// <summary>How far each glyph is moved from the pen; null where none is.</summary>
    internal (int X, int Y)[]? Offsets { get; }
}
