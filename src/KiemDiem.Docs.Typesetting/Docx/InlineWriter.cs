using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Writes what stands inside a paragraph.</summary>
internal sealed class InlineWriter(ControlWriter controls)
{
    /// <summary>
    /// Word's own font for check boxes; LibreOffice falls back to another where it is missing.
    /// </summary>
    private const string BoxFont = "MS Gothic";

    private const string EmptyBox = "\u2610";
    private const string CrossedBox = "\u2612";

    private const char NoBreakSpace = '\u00A0';

    /// <summary>Word joiner: no width, no break on either side (UAX 14, LB11).</summary>
    private const string Joiner = "\u2060";

    public OpenXmlElement Write(Inline inline, TextStyle around) => inline switch
    {
        TextRun { Control: { } control } run => controls.Around(Write(run, around), control, run.Style != around),
        TextRun run => Write(run, around),
        Tab tab => Blank(new W.Run(new W.TabChar()), tab.Control),
        DottedBlank blank => Blank(Write(blank, around), blank.Control),
        CheckBox box => Write(box),
        _ => throw new UnreachableException($"No DOCX form for {inline.GetType().Name}."),
    };

    private OpenXmlElement Blank(W.Run run, Control? control) =>
        control is null ? run : controls.AroundBlank(run, control);

    /// <summary>Something invisible that is not trimmed at a line's end.</summary>
    public static W.Run Nothing() => new(new W.Text(Joiner));

    private static W.Run Write(TextRun run, TextStyle around)
    {
        var written = new W.Run();
        if (StyleWriter.Departures(around, run.Style) is { } departures)
            written.AppendChild(departures);
        var text = new StringBuilder(run.Text.Length);
        foreach (var word in run.Text.AsSpan().Split(' '))
        {
            if (word.Start.Value > 0)
                text.Append(' ');
            AddWord(written, text, run.Text.AsSpan(word));
        }

        AddText(written, text);
        return written;
    }

    private static void AddWord(W.Run run, StringBuilder text, ReadOnlySpan<char> word)
    {
        var isLong = Unbreakable.IsLong(word);
        while (!word.IsEmpty)
        {
            var (length, seam) = Unbreakable.FirstPiece(word, isLong);
            if (Unbreakable.StartsWithHyphen(word, isLong))
            {
                AddText(run, text);
                run.AppendChild(new W.NoBreakHyphen());
            }
            else
            {
                text.Append(word[..length]).Append(seam == Seam.Joiner ? Joiner : string.Empty);
            }

            word = word[length..];
        }
    }

    private static void AddText(W.Run run, StringBuilder text)
    {
        if (text.Length > 0)
            run.AppendChild(new W.Text(text.ToString()) { Space = SpaceProcessingModeValues.Preserve });
        text.Clear();
    }

    /// <summary>
    /// Dots without typed dots: no-break spaces, as wide as full stops in Times, over a dotted underline. Whoever
    /// types over them keeps the line; whoever copies the text gets blanks.
    /// </summary>
    private static W.Run Write(DottedBlank blank, TextStyle around)
    {
        var properties = StyleWriter.Departures(around, blank.Style) ?? new W.RunProperties();
        properties.AppendChild(new W.Underline { Val = W.UnderlineValues.Dotted });
        // LibreOffice 7.4 lets no-break spaces hang out of a line's end, but not behind a joiner. A joiner behind them
        // would do harm: it pulls them to the next line, unless the paragraph ends there (see BlockWriter).
        var spaces = Joiner + new string(NoBreakSpace, blank.Dots);
        return new W.Run(properties, new W.Text(spaces) { Space = SpaceProcessingModeValues.Preserve });
    }

    private W.SdtRun Write(CheckBox box) => controls.Around(
        new W.Run(
            new W.RunProperties(new W.RunFonts
            {
                Hint = W.FontTypeHintValues.EastAsia,
                Ascii = BoxFont,
                HighAnsi = BoxFont,
                EastAsia = BoxFont,
            }),
            new W.Text(box.Checked ? CrossedBox : EmptyBox)),
        box,
        new W14.SdtContentCheckBox(
            new W14.Checked { Val = box.Checked ? W14.OnOffValues.One : W14.OnOffValues.Zero },
            new W14.CheckedState { Val = "2612", Font = BoxFont },
            new W14.UncheckedState { Val = "2610", Font = BoxFont }));
}
