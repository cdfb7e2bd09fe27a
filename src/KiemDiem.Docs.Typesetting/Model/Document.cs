namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>The paper and what every page shares.</summary>
public sealed record PageSetup
{
    public required Length Width { get; init; }

    public required Length Height { get; init; }

    public required Length Top { get; init; }

    public required Length Bottom { get; init; }

    public required Length Left { get; init; }

    public required Length Right { get; init; }

    /// <summary>From the top edge of the paper to the top of the page number's line.</summary>
    public required Length PageNumberTop { get; init; }

    public Length TextWidth => Width - Left - Right;

    public Length TextHeight => Height - Top - Bottom;
}

/// <summary>What a file says of itself.</summary>
/// <param name="Title">Shown in the reader's title bar.</param>
/// <param name="Subject">What kind of document it is.</param>
/// <param name="Language">BCP 47, e.g. <c>vi-VN</c>.</param>
/// <param name="Created">The document's own date; the engine reads no clock.</param>
public sealed record DocumentInfo(string Title, string Subject, string Language, DateOnly Created);

/// <summary>A document: what every writer is given, and all of it.</summary>
public sealed record Document
{
    public required DocumentInfo Info { get; init; }

    public required PageSetup Page { get; init; }

    /// <summary>The family named in the Word file and looked up in the font library.</summary>
    public required string FontFamily { get; init; }

    /// <summary>The style of running text, which Word calls Normal.</summary>
    public required ParagraphStyle BodyStyle { get; init; }

    /// <summary>The style of the number on page 2 and after; page 1 has none.</summary>
    public required ParagraphStyle PageNumberStyle { get; init; }

    /// <summary>All styles, whether used or not: whoever goes on in Word finds them.</summary>
    public required IReadOnlyList<ParagraphStyle> Styles { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}
