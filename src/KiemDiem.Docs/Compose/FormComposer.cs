using System.Diagnostics;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>
/// Lowers a form and its record to a document: each block by its own file, then what binds blocks together.
/// </summary>
public static class FormComposer
{
    /// <summary>Lines of body that a signature has before it on its page, at the least.</summary>
    private const int LinesBeforeSignature = 2;

    /// <param name="record">The record.</param>
    /// <param name="fonts">To measure with.</param>
    /// <param name="thoiDiem">The date of the file where the record has none.</param>
    public static Document Compose(FormRecord record, FontLibrary fonts, DateOnly? thoiDiem = null)
    {
        var context = new ComposeContext(record, fonts);
        var theThuc = context.TheThuc;
        var blocks = new List<Block>();
        foreach (var definition in record.Form.Blocks)
        {
            if (definition is SignatureBlock)
                PrepareForSignature(blocks, context);
            blocks.AddRange(Lower(definition, context));
        }

        return new Document
        {
            Info = new DocumentInfo(
                RecordTitle.Of(record), record.Form.Title, "vi-VN", DocumentDate.Of(record, thoiDiem))
            {
                Author = Author(context),
            },
            Page = theThuc.Page,
            FontFamily = theThuc.FontFamily,
            BodyStyle = context.Style(StyleIds.NoiDung),
            PageNumberStyle = context.Style(StyleIds.SoTrang),
            Styles = [.. theThuc.ParagraphStyles.Values],
            Blocks = blocks,
        };
    }

    private static IEnumerable<Block> Lower(BlockDefinition block, ComposeContext context) => block switch
    {
        ParagraphBlock paragraph => ParagraphComposer.Compose(paragraph, context),
        HeaderBlock header => HeaderComposer.Compose(header, context),
        FieldLineBlock line => FieldLineComposer.Compose(line, context),
        LongTextBlock longText => LongTextComposer.Compose(longText, context),
        RatingRowBlock row => ChoiceComposer.Compose(row, context),
        ChoiceListBlock list => ChoiceComposer.Compose(list, context),
        SignatureBlock signature => SignatureComposer.Compose(signature, context),
        PageBreakBlock => [new PageBreak()],
        _ => throw new UnreachableException($"No way to lower {block.GetType().Name}."),
    };

    /// <summary>
    /// A signature alone on a page could stand under any text: the lines before it go with it. It also keeps a
    /// little distance from them.
    /// </summary>
    private static void PrepareForSignature(List<Block> blocks, ComposeContext context)
    {
        var lines = 0;
        for (var i = blocks.Count - 1; i >= 0 && lines < LinesBeforeSignature; i--)
        {
            if (blocks[i] is not Paragraph paragraph)
                return;
            var distance = i == blocks.Count - 1 ? context.TheThuc.SignatureTop : Length.Zero;
            blocks[i] = paragraph with
            {
                Format = paragraph.Format with
                {
                    KeepWithNext = true,
                    SpaceAfter = paragraph.Format.SpaceAfter + distance,
                },
            };
            lines += IsOneLine(paragraph, context) ? 1 : LinesBeforeSignature;
        }
    }

    private static bool IsOneLine(Paragraph paragraph, ComposeContext context)
    {
        // The sign of an item hangs out to the left of its indent.
        var start = paragraph.Format.LeftIndent + Length.Min(Length.Zero, paragraph.Format.FirstLineIndent);
        return start + context.Measure(paragraph.PlainText, paragraph.Style.Text) < context.TextWidth;
    }

    /// <summary>A document speaks in the name of whoever signs it first.</summary>
    private static string? Author(ComposeContext context) =>
        context.Form.Blocks.OfType<SignatureBlock>().FirstOrDefault() is { } signature
            ? ValueText.Printed(context, signature.Right.Field)
            : null;
}
