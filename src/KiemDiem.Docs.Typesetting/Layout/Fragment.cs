using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>Whether a page may end after a fragment.</summary>
internal enum PageEnd
{
    /// <summary>It may.</summary>
    Free,

    /// <summary>Only where the page has no free place: inside a paragraph that is kept together.</summary>
    Unwanted,

    /// <summary>Only where the page has no other place: widows, orphans, a heading and what it heads.</summary>
    Bad,

    /// <summary>It must.</summary>
    Forced,
}

/// <summary>What is set on a page as one piece: a line, a drawn rule, a table row.</summary>
/// <param name="Height">Of the piece itself.</param>
/// <param name="SpaceAfter">Between it and the next piece of the page; it may hang out at the foot.</param>
/// <param name="PageEnd">Whether a page may end after it.</param>
/// <param name="Lines">Its lines, from its own top left corner.</param>
internal sealed record Fragment(
    Length Height, Length SpaceAfter, PageEnd PageEnd, IReadOnlyList<PlacedLine> Lines)
{
    /// <summary>What is set again before it where it begins a page: the heading rows of its table.</summary>
    public IReadOnlyList<Fragment> Headings { get; init; } = [];
}
