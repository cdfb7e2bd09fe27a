namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>What stands between two lines. The kinds are closed: every writer is one switch over them.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

public sealed record Paragraph(ParagraphStyle Style, IReadOnlyList<Inline> Inlines) : Block
{
    /// <summary>The style's own format, or this paragraph's departure from it.</summary>
    public ParagraphFormat Format { get; init; } = Style.Format;

    /// <summary>The style's own role, or this paragraph's departure from it.</summary>
    public SemanticRole Role { get; init; } = Style.Role;

    /// <summary>Set where the whole paragraph shows a value, or leaves room for one.</summary>
    public Control? Control { get; init; }

    /// <summary>Set where it is one of the paragraphs of a value.</summary>
    public ControlGroup? Group { get; init; }

    /// <summary>Set where the space after the paragraph is left for a signature.</summary>
    public SignaturePlace? SignaturePlace { get; init; }

    /// <summary>The paragraph's text without boxes and blanks.</summary>
    public string PlainText => string.Concat(Inlines.Select(inline => inline switch
    {
        TextRun run => run.Text,
        Tab => " ",
        _ => string.Empty,
    }));
}

/// <summary>Where a signature goes; a PDF has an empty signature field there, for signing software to find.</summary>
/// <param name="Name">Of the field; another one in each place of a document.</param>
/// <param name="Description">Who signs here, for readers that cannot see it.</param>
/// <param name="Left">The left edge of the signatory's column, from that of the paragraph's column.</param>
/// <param name="Width">Of the signatory's column.</param>
public sealed record SignaturePlace(string Name, string Description, Length Left, Length Width);

/// <summary>A solid line, centred in its column.</summary>
/// <param name="Width">Its length.</param>
/// <param name="Height">The room it takes; the line is drawn at its upper edge.</param>
public sealed record Rule(Length Width, Length Height) : Block
{
    /// <summary>7/8 pt, which is 0.31 mm: the multiple of Word's eighth of a point nearest to 0.3 mm.</summary>
    public static Length Thickness { get; } = Length.Pt(0.875);
}

/// <summary>A table. A row is never split.</summary>
public sealed record Table(IReadOnlyList<Length> ColumnWidths, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Of the lines of a ruled table: Word's usual half point.</summary>
    public static Length RuleThickness { get; } = Length.Pt(0.5);

    /// <summary>
    /// So many of the first rows head the columns; they are set again on every page that the table goes on to.
    /// </summary>
    public int HeadingRows { get; init; }

    /// <summary>Whether solid lines stand around its cells.</summary>
    public bool IsRuled { get; init; }
}

/// <summary>One cell for each column: the blocks of each, top aligned.</summary>
public sealed record TableRow(IReadOnlyList<IReadOnlyList<Block>> Cells);

/// <summary>The next block begins a page.</summary>
public sealed record PageBreak : Block;
