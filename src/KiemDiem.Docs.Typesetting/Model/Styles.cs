namespace KiemDiem.Docs.Typesetting.Model;

public enum Alignment
{
    Left,
    Centre,
    Right,
    Justify,
}

/// <summary>How a stretch of text looks. The family is the document's; a document has one.</summary>
public readonly record struct TextStyle(Length Size, bool Bold = false, bool Italic = false);

public enum TabAlignment
{
    /// <summary>The text after the tab starts at the stop.</summary>
    Left,

    /// <summary>The text after the tab ends at the stop.</summary>
    Right,
}

/// <summary>Where a tab goes, measured from the left edge of the text column.</summary>
/// <param name="Position">From the left edge of the column, not of the paragraph's indent.</param>
/// <param name="Alignment">Which end of the following text meets the stop.</param>
/// <param name="DotLeader">Whether the way there is filled with a row of dots.</param>
public sealed record TabStop(Length Position, TabAlignment Alignment = TabAlignment.Left, bool DotLeader = false);

/// <summary>How the lines of a paragraph are set.</summary>
/// <remarks>There is no space before: Word and LibreOffice disagree on it at the top of a page.</remarks>
public sealed record ParagraphFormat
{
    public Alignment Alignment { get; init; }

    public Length LeftIndent { get; init; }

    public Length RightIndent { get; init; }

    /// <summary>Added to the left indent on the first line; negative hangs the first line out.</summary>
    public Length FirstLineIndent { get; init; }

    public Length SpaceAfter { get; init; }

    /// <summary>The distance of two lines, "exactly" in Word's words: the text never changes it.</summary>
    public Length LineHeight { get; init; }

    /// <summary>
    /// The paragraph is set on the page where the next block begins, and is not split.
    /// It gives way only where the chain is longer than a page.
    /// </summary>
    public bool KeepWithNext { get; init; }

    /// <summary>The paragraph is not split unless it is longer than a page.</summary>
    public bool KeepTogether { get; init; }

    public IReadOnlyList<TabStop> TabStops { get; init; } = [];
}

/// <summary>
/// What a paragraph is, for readers that cannot see it; one with an outline level is a heading besides.
/// </summary>
public enum SemanticRole
{
    Text,

    /// <summary>The title of the document, or a line of it: the heading above all sections.</summary>
    Title,

    /// <summary>An item of a list; what stands before its first tab is its sign.</summary>
    Item,

    /// <summary>An item of the list inside the item before it.</summary>
    SubItem,

    /// <summary>No part of the text: it is read to nobody.</summary>
    PageNumber,
}

/// <summary>A named style; in Word it is a real paragraph style that a person can change in one place.</summary>
/// <param name="Id">Identifier inside the file, e.g. <c>tenLoai</c>.</param>
/// <param name="Name">
/// What Word shows; a built-in English name such as <c>heading 1</c> is shown in Word's language.
/// </param>
/// <param name="Text">The look of its text.</param>
/// <param name="Format">The setting of its lines.</param>
/// <param name="OutlineLevel">1 for a section, 2 below it; null where the paragraph is not in the outline.</param>
/// <param name="Role">What its paragraphs are.</param>
public sealed record ParagraphStyle(
    string Id,
    string Name,
    TextStyle Text,
    ParagraphFormat Format,
    int? OutlineLevel = null,
    SemanticRole Role = SemanticRole.Text);
