namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>
/// Puts the marks above a letter where the font says nothing of the pair. Liberation anchors marks to the plain
/// letters but not to Ê, Ô, Ơ, Ư, and having anchors at all it switches HarfBuzz's own fallback off; names of the
/// Central Highlands would be printed with the breve beside the letter.
/// </summary>
/// <remarks>Only marks above are placed so: none below is needed that Unicode does not precompose.</remarks>
internal sealed class MarkStack(OpenTypeFile font)
{
    /// <summary>
    /// White between letter and mark, in parts of the em: what the font itself leaves between Ê and its hat.
    /// </summary>
    private const double Gap = 0.03;

    private int centre;
    private int top;

    /// <summary>Begins a letter.</summary>
    public void Begin(ushort letter)
    {
        var box = font.BoxOf(letter);
        (centre, top) = ((box.XMin + box.XMax) / 2, box.YMax);
    }

    /// <summary>Places the next mark of the letter.</summary>
    /// <param name="mark">Its glyph.</param>
    /// <param name="advance">The letter's advance, for the shaper counts from the pen behind the letter.</param>
    /// <param name="shaped">What the shaper says; nothing where both are zero.</param>
    public PlacedMark Place(ushort mark, int advance, (int X, int Y) shaped)
    {
        var box = font.BoxOf(mark);
        var placed = shaped == (0, 0)
            ? new PlacedMark(mark, centre - ((box.XMin + box.XMax) / 2), top + (int)(Gap * font.UnitsPerEm) - box.YMin)
            : new PlacedMark(mark, advance + shaped.X, shaped.Y);
        top = placed.Y + box.YMax;
        return placed;
    }
}
