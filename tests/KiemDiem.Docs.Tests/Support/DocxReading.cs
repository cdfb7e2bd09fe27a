using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// A produced Word file as Word understands it: each paragraph with what its own properties, its style and the styles
/// below that say together (ECMA-376, part 1, 17.7.2).
/// </summary>
internal sealed class DocxReading
{
    private readonly Dictionary<string, W.Style> styles;
    private readonly W.RunPropertiesBaseStyle defaults;

    public DocxReading(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        var sheet = main.StyleDefinitionsPart!.Styles!;
        styles = sheet.Elements<W.Style>().ToDictionary(style => style.StyleId!.Value!);
        defaults = sheet.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Section = main.Document!.Body!.Elements<W.SectionProperties>().Single();
        Paragraphs = [.. main.Document.Body.Descendants<W.Paragraph>().Select(Read)];
        FirstHeader = [.. Header(main, W.HeaderFooterValues.First)];
        OtherHeader = [.. Header(main, W.HeaderFooterValues.Default)];
    }

    public W.SectionProperties Section { get; }

    public IReadOnlyList<DocxParagraph> Paragraphs { get; }

    /// <summary>The header of page 1.</summary>
    public IReadOnlyList<DocxParagraph> FirstHeader { get; }

    /// <summary>The header of page 2 and after.</summary>
    public IReadOnlyList<DocxParagraph> OtherHeader { get; }

    /// <summary>Twentieths of a point, the unit of most attributes.</summary>
    public static double Mm(double twips) => twips / 1440 * 25.4;

    private IEnumerable<DocxParagraph> Header(MainDocumentPart main, W.HeaderFooterValues which)
    {
        var reference = Section.Elements<W.HeaderReference>().Single(one => one.Type! == which);
        var part = (HeaderPart)main.GetPartById(reference.Id!.Value!);
        return part.Header!.Descendants<W.Paragraph>().Select(Read);
    }

    private DocxParagraph Read(W.Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var id = properties?.ParagraphStyleId?.Val?.Value;
        List<OpenXmlElement> levels = properties is null ? [] : [properties];
        var chain = Chain(id ?? styles.Values.Single(style => style.Default?.Value == true).StyleId!.Value!).ToList();
        levels.AddRange(chain.Select(style => style.StyleParagraphProperties).OfType<OpenXmlElement>());

        return new DocxParagraph
        {
            Style = id ?? string.Empty,
            Runs = [.. paragraph.Descendants<W.Run>().Select(run => Read(run, chain))],
            HasTab = paragraph.Descendants<W.TabChar>().Any(),
            Fields = [.. paragraph.Descendants<W.SimpleField>().Select(field => field.Instruction!.Value!.Trim())],
            Align = First<W.Justification>(levels)?.Val?.InnerText ?? "left",
            Left = Mm(Number(levels, (W.Indentation indent) => indent.Left) ?? 0),
            Right = Mm(Number(levels, (W.Indentation indent) => indent.Right) ?? 0),
            FirstLine = Mm(FirstLine(levels)),
            Before = (Number(levels, (W.SpacingBetweenLines spacing) => spacing.Before) ?? 0) / 20,
            After = (Number(levels, (W.SpacingBetweenLines spacing) => spacing.After) ?? 0) / 20,
            Pitch = (Number(levels, (W.SpacingBetweenLines spacing) => spacing.Line) ?? 240) / 20,
            IsExact = First<W.SpacingBetweenLines>(levels)?.LineRule?.InnerText == "exact",
            UpperBorder = First<W.ParagraphBorders>(levels)?.TopBorder,
            TabStops = [.. First<W.Tabs>(levels)?.Elements<W.TabStop>().Select(stop => Mm(stop.Position!.Value)) ?? []],
            Cell = Cell(paragraph),
        };
    }

    /// <summary>The nearest hanging or first-line indent: each stands in for the other.</summary>
    private static double FirstLine(List<OpenXmlElement> levels)
    {
        foreach (var indent in levels.SelectMany(level => level.Elements<W.Indentation>()))
        {
            if (indent.Hanging is { } hanging)
                return -Number(hanging);
            if (indent.FirstLine is { } first)
                return Number(first);
        }

        return 0;
    }

    private DocxRun Read(W.Run run, List<W.Style> chain)
    {
        List<OpenXmlElement> levels =
        [
            .. ((OpenXmlElement?[])[run.RunProperties, .. chain.Select(style => style.StyleRunProperties), defaults])
                .OfType<OpenXmlElement>(),
        ];
        return new DocxRun(
            Text(run),
            First<W.RunFonts>(levels)?.Ascii?.Value ?? string.Empty,
            double.Parse(First<W.FontSize>(levels)!.Val!.Value!, CultureInfo.InvariantCulture) / 2,
            IsOn(First<W.Bold>(levels)),
            IsOn(First<W.Italic>(levels)));
    }

    private IEnumerable<W.Style> Chain(string? id)
    {
        while (id is not null && styles.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static DocxCell? Cell(W.Paragraph paragraph)
    {
        if (paragraph.Parent is not W.TableCell cell)
            return null;
        var before = cell.Parent!.Elements<W.TableCell>().TakeWhile(other => other != cell).ToList();
        return new DocxCell(before.Count, before.Sum(Width), Width(cell));
    }

    private static double Width(W.TableCell cell) => Mm(Number(cell.TableCellProperties!.TableCellWidth!.Width!));

    private static string Text(W.Run run)
    {
        var text = new StringBuilder();
        foreach (var element in run.Elements())
        {
            text.Append(element switch
            {
                W.Text written => written.Text.Replace("\u2060", string.Empty, StringComparison.Ordinal),
                W.NoBreakHyphen => "-",
                W.TabChar => "\t",
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    private static T? First<T>(IEnumerable<OpenXmlElement> levels)
        where T : OpenXmlElement =>
        levels.Select(level => level.GetFirstChild<T>()).FirstOrDefault(one => one is not null);

    private static double? Number<T>(IEnumerable<OpenXmlElement> levels, Func<T, StringValue?> attribute)
        where T : OpenXmlElement
    {
        var values = levels.SelectMany(level => level.Elements<T>()).Select(attribute);
        return values.FirstOrDefault(value => value is not null) is { } found ? Number(found) : null;
    }

    private static double Number(StringValue value) => double.Parse(value.Value!, CultureInfo.InvariantCulture);

    private static bool IsOn(W.OnOffType? toggle) => toggle is not null && (toggle.Val?.Value ?? true);
}

/// <summary>A paragraph with all that holds for it. Lengths in millimetres, distances of lines in points.</summary>
internal sealed record DocxParagraph
{
    /// <summary>Empty where it names none and so has the default style.</summary>
    public required string Style { get; init; }

    public required IReadOnlyList<DocxRun> Runs { get; init; }

    public required bool HasTab { get; init; }

    /// <summary>Instructions of its fields, e.g. PAGE.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>As in the file: left, center, right, both.</summary>
    public required string Align { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    /// <summary>Negative where it hangs out.</summary>
    public required double FirstLine { get; init; }

    public required double Before { get; init; }

    public required double After { get; init; }

    public required double Pitch { get; init; }

    public required bool IsExact { get; init; }

    public required W.TopBorder? UpperBorder { get; init; }

    /// <summary>From the left edge of its column, in the order of the file.</summary>
    public required IReadOnlyList<double> TabStops { get; init; }

    /// <summary>Null where it does not stand in a table.</summary>
    public required DocxCell? Cell { get; init; }

    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>
    /// The middle of its lines, from the left edge of the text. One that dots end at a tab stop is centred by its left
    /// indent and that stop.
    /// </summary>
    public double Centre(double textWidth)
    {
        var end = Align != "center" && Text.EndsWith('\t') && TabStops.Count > 0
            ? TabStops[^1]
            : (Cell?.Width ?? textWidth) - Right;
        return (Cell?.Start ?? 0) + ((Left + end) / 2);
    }
}

/// <param name="Column">From 0.</param>
/// <param name="Start">Its left edge from that of the text, in millimetres.</param>
/// <param name="Width">In millimetres.</param>
internal sealed record DocxCell(int Column, double Start, double Width);

/// <param name="Text">With tabs; no-break hyphens are hyphens, joiners are nothing.</param>
/// <param name="Font">The family.</param>
/// <param name="Size">In points.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Italic">Whether it is italic.</param>
internal sealed record DocxRun(string Text, string Font, double Size, bool Bold, bool Italic);
