using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using Xunit.Sdk;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>
/// A sample as both produced files show it. The Word file says which component of the regulation a paragraph is, by
/// its style; the PDF says where its lines stand.
/// </summary>
public sealed class PrintedForm : IXunitSerializable
{
    private static readonly ConcurrentDictionary<string, Lazy<Pages>> Read = new();

    private string sample = string.Empty;
    private string date = string.Empty;
    private readonly Lazy<Pages>? own;

    /// <summary>For the test runner.</summary>
    public PrintedForm()
    {
    }

    /// <param name="sample">A file under samples/.</param>
    /// <param name="date">Another date than the sample's own.</param>
    public PrintedForm(string sample, string date = "") => (this.sample, this.date) = (sample, date);

    /// <summary>The files of two documents that should be the same, for tests of the tests.</summary>
    internal PrintedForm(Document pdf, Document docx, string sample, string date)
        : this(sample, date) => own = new(() => Print(pdf, docx));

    /// <summary>Of the record, where it is not the sample's own.</summary>
    internal string Date => date;

    internal PdfReading Pdf => Both.Pdf;

    internal DocxReading Word => Both.Word;

    /// <summary>In the order of the Word file; those without text or dots left out.</summary>
    internal IReadOnlyList<PrintedParagraph> Paragraphs => Both.Paragraphs;

    private Pages Both => (own ?? Read.GetOrAdd(ToString(), _ => new(() => Print(Compose(), Compose())))).Value;

    /// <summary>The paragraphs of some components, which must be there.</summary>
    internal IReadOnlyList<PrintedParagraph> Of(params string[] styles)
    {
        var found = Paragraphs.Where(paragraph => styles.Contains(paragraph.Style)).ToList();
        Assert.True(found.Count > 0, $"Nothing is printed in the style {string.Join(", ", styles)}.");
        return found;
    }

    /// <summary>What is composed from the record, before any writer sees it.</summary>
    internal static Document Compose(FormRenderer renderer, string sample, string date = "")
    {
        var record = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, sample)))!;
        var edition = sample.Split('/')[0];
        if (date.Length > 0)
            record["ngayLap"] = date;
        var form = (string)record["form"]!;
        var read = renderer.Check(System.Text.Encoding.UTF8.GetBytes(record.ToJsonString()), form, edition);
        return FormComposer.Compose(read.ValueOrThrow(), Engine.Fonts);
    }

    public override string ToString() => sample + (date.Length > 0 ? " of " + date : string.Empty);

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(sample), sample);
        info.AddValue(nameof(date), date);
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        sample = info.GetValue<string>(nameof(sample))!;
        date = info.GetValue<string>(nameof(date))!;
    }

    private Document Compose() => Compose(Engine.Renderer, sample, date);

    private static Pages Print(Document pdf, Document docx)
    {
        var pages = new PdfReading(PdfWriter.Write(LayoutEngine.LayOut(pdf, Engine.Fonts)));
        var word = new DocxReading(DocxWriter.Write(docx));
        return new Pages(pages, word, Pairing.Of(word, pages));
    }

    private sealed record Pages(PdfReading Pdf, DocxReading Word, IReadOnlyList<PrintedParagraph> Paragraphs);
}

/// <summary>One paragraph in both files.</summary>
internal sealed record PrintedParagraph(DocxParagraph Word, IReadOnlyList<PdfLine> Lines)
{
    public string Style => Word.Style;

    public IEnumerable<PdfLetter> Letters => Lines.SelectMany(line => line.Letters);

    /// <summary>The text without blanks, as the PDF has it.</summary>
    public string Text => string.Concat(Letters.Select(letter => letter.Text));
}
