namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>What stands inside a line. The kinds are closed: every writer is one switch over them.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    /// <summary>Set where it shows a value, or leaves room for one.</summary>
    public Control? Control { get; init; }
}

/// <summary>Text in one style. Spaces are the only places where a line may break.</summary>
public sealed record TextRun(string Text, TextStyle Style) : Inline;

/// <summary>Goes to the paragraph's next tab stop, which says whether dots fill the way.</summary>
public sealed record Tab : Inline
{
    public static Tab Instance { get; } = new();
}

/// <summary>A row of dots of a fixed length inside running text, to be written over by hand.</summary>
/// <param name="Dots">How many full stops long it is.</param>
/// <param name="Style">The style whose full stops are counted.</param>
public sealed record DottedBlank(int Dots, TextStyle Style) : Inline;

/// <summary>A square box, crossed when checked.</summary>
/// <param name="Checked">Whether it is crossed.</param>
/// <param name="Label">What the box is beside.</param>
/// <param name="Style">The text it stands beside; its height is that of the capitals.</param>
public sealed record CheckBox(bool Checked, string Label, TextStyle Style) : Inline
{
    /// <summary>What the box says and whether it is crossed, in words, for readers that cannot see it.</summary>
    public string Spoken { get; init; } = Label;

    /// <summary>The room it takes on the line: an em, as the boxes of Word's East Asian fonts do.</summary>
    public Length Width => Style.Size;
}
