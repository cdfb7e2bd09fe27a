namespace KiemDiem.Docs.Forms;

/// <summary>Which fields and styles a block prints.</summary>
public static class FieldUse
{
    /// <exception cref="FormatException">A brace in its words is open or empty.</exception>
    public static IEnumerable<string> Of(BlockDefinition block) => block switch
    {
        ParagraphBlock paragraph => InText(paragraph.Text),
        HeaderBlock header => [.. InLines(header.Left), .. InLines(header.Right)],
        FieldLineBlock line => line.Fields.Select(field => field.Field),
        LongTextBlock longText => [longText.Field],
        RatingRowBlock row => [row.Field],
        ChoiceListBlock list => [list.Field],
        SignatureBlock signature => Signatories(signature).SelectMany(who => InLines(who.Lines).Append(who.Field)),
        _ => [],
    };

    public static IEnumerable<string> StylesOf(BlockDefinition block) => block switch
    {
        ParagraphBlock paragraph => [paragraph.Style],
        HeaderBlock header => header.Left.Concat(header.Right).Select(line => line.Style),
        FieldLineBlock line => [line.Style],
        LongTextBlock longText => [longText.LabelStyle],
        RatingRowBlock row => [row.Style],
        SignatureBlock signature => Signatories(signature).SelectMany(who => who.Lines).Select(line => line.Style),
        _ => [],
    };

    private static IEnumerable<Signatory> Signatories(SignatureBlock block) =>
        block.Left is null ? [block.Right] : [block.Left, block.Right];

    private static IEnumerable<string> InLines(IEnumerable<StyledLine> lines) =>
        lines.SelectMany(line => InText(line.Text).Concat(InText(line.Blank ?? string.Empty)));

    /// <exception cref="FormatException">A brace is open or empty.</exception>
    public static IEnumerable<string> InText(string text) =>
        Template.Parse(text).Where(part => part.Field is not null).Select(part => part.Field!);
}
