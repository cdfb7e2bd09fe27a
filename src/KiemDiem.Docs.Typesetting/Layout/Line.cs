using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>One set line: what it shows, from its own left edge and on its own baseline.</summary>
/// <param name="Source">The block it is a line of.</param>
/// <param name="IsFirst">Whether it is the first line of that block.</param>
/// <param name="Height">From the top of this line to the top of the next.</param>
/// <param name="Items">What stands on it, from left to right.</param>
public sealed record Line(Block Source, bool IsFirst, Length Height, IReadOnlyList<LineItem> Items)
{
    /// <summary>
    /// Four fifths down an exact line stands its baseline.
    /// Source: LibreOffice 7.4, sw/source/core/text/itrform2.cxx, CalcRealHeight, and measured against its pages.
    /// </summary>
    public Length Baseline => new(Height.Emu / 5 * 4);
}

/// <summary>What can stand on a line. The kinds are closed: Pdf and Paint are one switch over them.</summary>
public abstract record LineItem
{
    private protected LineItem(Length x) => X = x;

    /// <summary>From the left edge of the line's column.</summary>
    public Length X { get; }
}

/// <summary>Words of one face and size; each has its place, so nobody adds up widths again.</summary>
public sealed record TextItem(Length X, FontFace Face, TextStyle Style, IReadOnlyList<PlacedWord> Words)
    : LineItem(X);

/// <summary>
/// A word or a piece of one, its distance from the left edge of the line, and whether a space follows it, be it the
/// one at which the line ends.
/// </summary>
public readonly record struct PlacedWord(ShapedWord Word, Length X, bool SpaceAfter);

/// <summary>A row of dots on the baseline.</summary>
/// <param name="X">Its left end.</param>
/// <param name="Width">Its length.</param>
/// <param name="Pitch">The distance of two dots.</param>
/// <param name="Size">The type size, from which the dots take theirs.</param>
public sealed record LeaderItem(Length X, Length Width, Length Pitch, Length Size) : LineItem(X)
{
    /// <summary>The full stop of Times is a tenth of the type size across.</summary>
    public Length DotDiameter => Size * 0.1;
}

/// <summary>A check box standing on the baseline.</summary>
public sealed record BoxItem(Length X, CheckBox Box, Length Side) : LineItem(X)
{
    /// <summary>Of the lines it is drawn with.</summary>
    public static Length Stroke { get; } = Length.Pt(0.75);
}

/// <summary>A solid line at the top of its line; one that is thicker than wide stands upright.</summary>
public sealed record RuleItem(Length X, Length Width, Length Thickness) : LineItem(X);
