using System.Globalization;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>
/// Puts a combining mark above its letter where the font says nothing of the pair. Liberation anchors marks to the
/// plain letters but not to Ê, Ô, Ơ, Ư, and having anchors at all it switches HarfBuzz's own fallback off; the
/// names of the Central Highlands (Ê\u0306 Đê spelling) would be printed with the breve beside the letter.
/// </summary>
/// <remarks>Only marks above are placed so: none below is needed that Unicode does not precompose.</remarks>
internal static class MarkPlacement
{
    /// <summary>White between letter and mark, in parts of the em: what the font itself leaves between Ê and its hat.</summary>
    private const double Gap = 0.03;

    /// <param name="font">For the outlines' boxes.</param>
    /// <param name="glyphs">The glyphs of a word.</param>
    /// <param name="texts">What each stands for.</param>
    /// <param name="advances">What the shaper gave.</param>
    /// <param name="offsets">What the shaper gave; marks that it left at the pen get their place.</param>
    public static void Apply(
        OpenTypeFile font, ushort[] glyphs, string[] texts, int[] advances, (int X, int Y)[] offsets)
    {
        var letterAt = 0;
        var (letterCentre, top) = (0, 0);
        var pen = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var box = font.BoxOf(glyphs[i]);
            if (advances[i] == 0 && i > 0 && IsMark(texts[i]))
            {
                if (offsets[i] == (0, 0))
                {
                    offsets[i] = (
                        letterAt + letterCentre - pen - ((box.XMin + box.XMax) / 2),
                        top + (int)(Gap * font.UnitsPerEm) - box.YMin);
                }

                top = offsets[i].Y + box.YMax;
            }
            else
            {
                (letterAt, letterCentre, top) = (pen, (box.XMin + box.XMax) / 2, box.YMax);
            }

            pen += advances[i];
        }
    }

    private static bool IsMark(string text) => text.Length > 0
        && CharUnicodeInfo.GetUnicodeCategory(text, 0) == UnicodeCategory.NonSpacingMark;
}
