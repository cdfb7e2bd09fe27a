using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Writes the styles of a document as real Word styles, and a paragraph's departures from its style.</summary>
internal static class StyleWriter
{
    public static W.Styles Write(Document document)
    {
        var styles = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                Fonts(document.FontFamily),
                new W.FontSize { Val = HalfPoints(document.BodyStyle.Text.Size) },
                new W.FontSizeComplexScript { Val = HalfPoints(document.BodyStyle.Text.Size) },
                new W.Languages
                {
                    Val = document.Info.Language,
                    EastAsia = document.Info.Language,
                    Bidi = "ar-SA",
                })),
            new W.ParagraphPropertiesDefault()));
        foreach (var style in document.Styles)
            styles.AppendChild(Write(style, style == document.BodyStyle, document.BodyStyle));
        return styles;
    }

    /// <summary>What a paragraph has otherwise than its style.</summary>
    public static IEnumerable<OpenXmlElement> Departures(ParagraphFormat style, ParagraphFormat own) =>
        ReferenceEquals(style, own) ? [] : FormatElements(own, style);

    /// <summary>What a run has otherwise than its paragraph's style; null where nothing.</summary>
    public static W.RunProperties? Departures(TextStyle style, TextStyle own)
    {
        if (style == own)
            return null;
        var properties = new W.RunProperties();
        if (style.Bold != own.Bold)
            properties.AppendChild(new W.Bold { Val = own.Bold });
        if (style.Italic != own.Italic)
            properties.AppendChild(new W.Italic { Val = own.Italic });
        if (style.Size != own.Size)
        {
            properties.AppendChild(new W.FontSize { Val = HalfPoints(own.Size) });
            properties.AppendChild(new W.FontSizeComplexScript { Val = HalfPoints(own.Size) });
        }

        return properties;
    }

    private static W.Style Write(ParagraphStyle style, bool isDefault, ParagraphStyle body)
    {
        var written = new W.Style
        {
            Type = W.StyleValues.Paragraph,
            StyleId = style.Id,
            Default = isDefault ? true : null,
            CustomStyle = IsBuiltIn(style.Name) ? null : true,
            StyleName = new W.StyleName { Val = style.Name },
        };
        if (!isDefault)
        {
            written.BasedOn = new W.BasedOn { Val = body.Id };
            written.NextParagraphStyle = new W.NextParagraphStyle { Val = body.Id };
        }

        written.AppendChild(new W.PrimaryStyle());
        var paragraph = new W.StyleParagraphProperties(FormatElements(style.Format, null));
        if (style.OutlineLevel is { } level)
            paragraph.AppendChild(new W.OutlineLevel { Val = level - 1 });
        written.AppendChild(paragraph);
        written.AppendChild(new W.StyleRunProperties(
            new W.Bold { Val = style.Text.Bold },
            new W.Italic { Val = style.Text.Italic },
            new W.FontSize { Val = HalfPoints(style.Text.Size) },
            new W.FontSizeComplexScript { Val = HalfPoints(style.Text.Size) }));
        return written;
    }

    /// <summary>Word knows these by their English names and shows them in its own language.</summary>
    private static bool IsBuiltIn(string name) =>
        name is "Normal" or "Title" or "Subtitle" or "header" || name.StartsWith("heading ", StringComparison.Ordinal);

    /// <summary>The elements of w:pPr in the order that the schema wants (ECMA-376, part 1, 17.3.1.26).</summary>
    private static IEnumerable<OpenXmlElement> FormatElements(ParagraphFormat format, ParagraphFormat? than)
    {
        if (format.KeepWithNext != than?.KeepWithNext)
            yield return new W.KeepNext { Val = format.KeepWithNext };
        var together = format.KeepTogether || format.KeepWithNext;
        if (together != (than is null ? null : than.KeepTogether || than.KeepWithNext))
            yield return new W.KeepLines { Val = together };
        if (than is null)
            yield return new W.WidowControl();
        if (format.TabStops.Count > 0 && !ReferenceEquals(format.TabStops, than?.TabStops))
            yield return new W.Tabs(format.TabStops.Select(Write));
        if (than is null || (format.SpaceAfter, format.LineHeight) != (than.SpaceAfter, than.LineHeight))
            yield return Spacing(format);
        if (than is null || Indents(format) != Indents(than))
            yield return Indentation(format);
        if (than is null)
            yield return new W.ContextualSpacing { Val = false };
        if (format.Alignment != than?.Alignment)
            yield return new W.Justification { Val = Write(format.Alignment) };
    }

    private static W.SpacingBetweenLines Spacing(ParagraphFormat format) => new()
    {
        Before = "0",
        After = Twips(format.SpaceAfter),
        Line = Twips(format.LineHeight),
        LineRule = W.LineSpacingRuleValues.Exact,
    };

    private static (Length Left, Length Right, Length First) Indents(ParagraphFormat format) =>
        (format.LeftIndent, format.RightIndent, format.FirstLineIndent);

    private static W.Indentation Indentation(ParagraphFormat format)
    {
        var indentation = new W.Indentation { Left = Twips(format.LeftIndent), Right = Twips(format.RightIndent) };
        if (format.FirstLineIndent < Length.Zero)
            indentation.Hanging = Twips(-format.FirstLineIndent);
        else
            indentation.FirstLine = Twips(format.FirstLineIndent);
        return indentation;
    }

    private static W.TabStop Write(TabStop stop) => new()
    {
        Val = stop.Alignment == TabAlignment.Right ? W.TabStopValues.Right : W.TabStopValues.Left,
        Leader = stop.DotLeader ? W.TabStopLeaderCharValues.Dot : W.TabStopLeaderCharValues.None,
        Position = stop.Position.Twips,
    };

    private static W.JustificationValues Write(Alignment alignment) => alignment switch
    {
        Alignment.Left => W.JustificationValues.Left,
        Alignment.Centre => W.JustificationValues.Center,
        Alignment.Right => W.JustificationValues.Right,
        _ => W.JustificationValues.Both,
    };

    private static W.RunFonts Fonts(string family) =>
        new() { Ascii = family, HighAnsi = family, EastAsia = family, ComplexScript = family };

    private static string HalfPoints(Length size) =>
        ((int)Math.Round(size.Points * 2)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Twips(Length length) =>
        length.Twips.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
