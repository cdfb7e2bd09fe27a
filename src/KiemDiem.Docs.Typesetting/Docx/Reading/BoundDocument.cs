namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>What a Word file says of the data it was made from.</summary>
/// <param name="Original">That data, untouched.</param>
/// <param name="Values">What the bound controls showed when the file was last saved by a program that binds.</param>
/// <param name="Controls">The controls as they stand in the document, in its order.</param>
/// <param name="Text">
/// Of the whole document: paragraphs end with <see cref="ParagraphEnd"/>, lines inside them with
/// <see cref="LineEnd"/>. Tracked changes are taken as accepted.
/// </param>
public sealed record BoundDocument(
    ReadOnlyMemory<byte> Original,
    IReadOnlyList<BoundValue> Values,
    IReadOnlyList<ShownControl> Controls,
    string Text)
{
    public const char ParagraphEnd = '\n';
    public const char LineEnd = '\v';
}

/// <param name="Tag">Of the controls that are bound to it.</param>
/// <param name="Text">What they show.</param>
public sealed record BoundValue(string Tag, string Text);

/// <param name="Tag">Which value it shows.</param>
/// <param name="Start">Where its text begins in that of the document.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsChecked">Of a box: whether its own state says so; else null.</param>
/// <param name="IsPlaceholder">Whether the text is Word's request for some.</param>
public sealed record ShownControl(string Tag, int Start, int End, bool? IsChecked, bool IsPlaceholder);
