using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>A document as pages of placed lines.</summary>
public sealed record LaidOutDocument(Document Document, IReadOnlyList<Page> Pages, IReadOnlyList<OutlineEntry> Outline);

/// <summary>One page, numbered from 1; its lines from top to bottom, the page number's first.</summary>
public sealed record Page(int Number, IReadOnlyList<PlacedLine> Lines);

/// <summary>A line at its place, measured from the top left corner of the paper.</summary>
public readonly record struct PlacedLine(Line Line, Length X, Length Top)
{
    public Length Baseline => Top + Line.Baseline;

    /// <summary>Whether it was set before, and stands here once more to head the rest of its table.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A section and where it begins.</summary>
public sealed record OutlineEntry(string Title, int Level, int PageNumber, Length Top);
