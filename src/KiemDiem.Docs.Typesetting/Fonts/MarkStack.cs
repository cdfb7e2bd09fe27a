namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>
/// Puts the marks above and below a letter where the font says nothing of the pair. Liberation anchors marks to the
/// plain letters but not to Ê, Ô, Ơ, Ư, and having anchors at all it switches HarfBuzz's own fallback off; names of the
/// Central Highlands would be printed with the breve beside the letter.
/// </summary>
internal sealed class MarkStack(OpenTypeFile font)
{
    /// <summary>
    /// White between letter and mark, in parts of the em: what the font itself leaves between Ê and its hat.
    /// </summary>
    private const double Gap = 0.03;

    private int centre;
    private int top;
    private int bottom;

    /// <summary>Begins a letter.</summary>
    public void Begin(ushort letter)
    {
        var box = font.BoxOf(letter);
        (centre, top, bottom) = ((box.XMin + box.XMax) / 2, box.YMax, box.YMin);
    }

    /// <summary>Places the next mark of the letter.</summary>
    /// <param name="mark">Its glyph.</param>
    /// <param name="advance">The letter's advance, for the shaper counts from the pen behind the letter.</param>
    /// <param name="shaped">What the shaper says; nothing where both are zero.</param>
    public PlacedMark Place(ushort mark, int advance, (int X, int Y) shaped)
    {
        var box = font.BoxOf(mark);
        var isBelow = box.YMin + box.YMax < 0;
        var gap = (int)(Gap * font.UnitsPerEm);
        var placed = shaped != (0, 0)
            ? new PlacedMark(mark, advance + shaped.X, shaped.Y)
            : new PlacedMark(
                mark,
                centre - ((box.XMin + box.XMax) / 2),
                isBelow ? Math.Min(0, bottom - gap - box.YMax) : top + gap - box.YMin);
        if (isBelow)
            bottom = placed.Y + box.YMin;
        else
            top = placed.Y + box.YMax;
        return placed;
    }
}
