using System.Diagnostics;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers a form and its record to a document: each block by its own file, then what binds blocks together.</summary>
public static class FormComposer
{
    /// <summary>Lines of body that a signature has before it on its page, at the least.</summary>
    private const int LinesBeforeSignature = 2;

    /// <summary>The date of a document whose record has none: the first that a ZIP entry can bear.</summary>
    private static readonly DateOnly Epoch = new(1980, 1, 1);

    public static Document Compose(FormRecord record, FontLibrary fonts)
    {
        var context = new ComposeContext(record, fonts);
        var theThuc = context.TheThuc;
        var blocks = record.Form.Blocks.SelectMany(block => Lower(block, context)).ToList();
        KeepSignaturesInCompany(blocks);
        return new Document
        {
            Info = new DocumentInfo(RecordTitle.Of(record), record.Form.Title, "vi-VN", Date(record)),
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

    /// <summary>A signature alone on a page could stand under any text: what is signed goes with it.</summary>
    private static void KeepSignaturesInCompany(List<Block> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i] is not Table || i == 0)
                continue;
            var lines = 0;
            for (var before = i - 1; before >= 0 && lines < LinesBeforeSignature; before--)
            {
                lines += blocks[before] is Table ? LinesBeforeSignature : 1;
                blocks[before] = KeptWithNext(blocks[before]);
            }
        }
    }

    private static Block KeptWithNext(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Format = paragraph.Format with { KeepWithNext = true } },
        Table table => table with { KeepWithNext = true },
        _ => block,
    };

    private static DateOnly Date(FormRecord record) =>
        record.Get<DateValue>(RecordDate.DateKey)?.Date is { Month: not null, Day: not null } date
            && date.LastDay > Epoch ? date.LastDay : Epoch;
}
