using System.Text;

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
public sealed record DocumentInfo(string Title, string Subject, string Language, DateOnly Created)
{
    /// <summary>Who speaks in the document; null where nobody is known.</summary>
    public string? Author { get; init; }
}

/// <summary>A file that travels inside another: in a PDF, an associated file of the document.</summary>
/// <param name="Name">Its file name; ASCII.</param>
/// <param name="MediaType">E.g. <c>application/json</c>.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Relation">What it is to the document.</param>
/// <param name="Content">Its bytes.</param>
/// <exception cref="ArgumentException">The name is not ASCII.</exception>
public sealed record Attachment(
    string Name, string MediaType, string Description, AttachmentRelation Relation, ReadOnlyMemory<byte> Content)
{
    public string Name { get; } = Ascii.IsValid(Name)
        ? Name
        : throw new ArgumentException("The name of an attachment must be ASCII.", nameof(Name));
}

/// <summary>The relations of ISO 19005-3, Annex E, that we have a use for.</summary>
public enum AttachmentRelation
{
    /// <summary>The document was made from it.</summary>
    Source,

    /// <summary>It says the same in another form.</summary>
    Alternative,
}

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
