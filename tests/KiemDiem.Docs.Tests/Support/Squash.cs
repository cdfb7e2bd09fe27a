using System.Globalization;
using System.Text;
using KiemDiem.Docs.Data;
using UglyToad.PdfPig;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>Texts without blanks: what line ends, justification and tabs cannot change.</summary>
internal static class Squash
{
    public static string Text(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>All text of a PDF in its own order, without the page numbers.</summary>
    public static string Pdf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var all = new StringBuilder();
        foreach (var page in document.GetPages())
        {
            // Our writer puts the page number first; only page 1 has none.
            var number = page.Number > 1 ? page.Number.ToString(CultureInfo.InvariantCulture).Length : 0;
            all.Append(Text(string.Concat(page.Letters.Skip(number).Select(letter => letter.Value))));
        }

        return all.ToString();
    }

    public static string Docx(byte[] docx) => Text(string.Concat(DocxText.Paragraphs(docx)));

    /// <summary>Every text of a record as it must be found in a file: paragraph by paragraph.</summary>
    public static IEnumerable<string> Record(FormRecord record) => record.Values.Values.SelectMany(value => value switch
    {
        TextValue text => [text.Text],
        LongTextValue longText => longText.Paragraphs,
        _ => (IEnumerable<string>)[],
    }).Select(Text);

    /// <summary>Fails where a text of the record is not in the file; header fields may be in capitals.</summary>
    public static void AssertHolds(FormRecord record, string file, string kind)
    {
        var capitals = file.ToUpperInvariant();
        Assert.All(Record(record), text => Assert.True(
            file.Contains(text, StringComparison.Ordinal)
                || capitals.Contains(text.ToUpperInvariant(), StringComparison.Ordinal),
            $"The {kind} has lost: {text}"));
    }
}
