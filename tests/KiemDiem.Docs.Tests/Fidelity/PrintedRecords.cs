using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>
/// Every sample and 200 random records as our PDF and as LibreOffice prints our Word file, compared. Made once.
/// </summary>
public sealed class PrintedRecords
{
    /// <summary>Of each of the four forms.</summary>
    private const int RandomRecords = 50;

    private const int MaxPages = 30;

    private const ulong Seed = 36;

    public PrintedRecords()
    {
        using var folder = new TempFolder();
        var records = Samples().Concat(Random()).ToList();
        Directory.CreateDirectory(folder.File("ours"));
        for (var i = 0; i < records.Count; i++)
        {
            File.WriteAllBytes(folder.File($"{i}.docx"), Engine.Renderer.RenderDocx(records[i].Record));
            File.WriteAllBytes(folder.File($"ours/{i}.pdf"), Engine.Renderer.RenderPdf(records[i].Record));
        }

        LibreOffice.Print(Directory.GetFiles(folder.Path, "*.docx"), folder.Path);
        var compared = new ComparedRecord[records.Count];
        Parallel.For(0, records.Count, i => compared[i] = Compare(
            records[i].Name,
            records[i].Record,
            WordBox.OfOurs(folder.File($"ours/{i}.pdf")),
            WordBox.OfLibreOffices(folder.File($"{i}.pdf"))));
        Compared = compared;
    }

    internal IReadOnlyList<ComparedRecord> Compared { get; }

    private static ComparedRecord Compare(string name, FormRecord record, List<WordBox> ours, List<WordBox> theirs)
    {
        var comparison = Comparison.Of(ours, theirs);
        var beforeTear = IsTorn(record, comparison)
            ? BeforeTear(comparison.First!.Value.Theirs.Page, ours, theirs)
            : null;
        return new(name, record.Form.Id, record.Values.Count == 0, comparison, beforeTear);
    }

    /// <summary>All up to the last line that our page has; theirs has the torn paragraph below it.</summary>
    private static Comparison BeforeTear(int page, List<WordBox> ours, List<WordBox> theirs)
    {
        var last = ours.Where(word => word.Page == page).Max(word => word.Baseline);
        return Comparison.Of([.. ours.Where(IsBefore)], [.. theirs.Where(IsBefore)]);

        bool IsBefore(WordBox word) =>
            word.Page < page || (word.Page == page && word.Baseline < last + Comparison.LineTolerance);
    }

    /// <summary>
    /// Whether LibreOffice left a paragraph at the foot of a page that is to be kept with the next, as it does where
    /// its first guess at the pages ends there: docs/word/exact-lines-and-keep-with-next.md.
    /// </summary>
    private static bool IsTorn(FormRecord record, Comparison comparison)
    {
        if (comparison.First is not var (ours, theirs) || theirs.Page != ours.Page - 1)
            return false;
        return Engine.Renderer.LayOut(record).Pages
            .SelectMany(page => page.Lines)
            .Where(line => line.Line is { IsFirst: true, Source: Paragraph { Format.KeepWithNext: true } })
            .Any(line => Text(line.Line) == theirs.Text);
    }

    private static string Text(Line line) => string.Concat(SetWords.Of(line).Select(WordBox.Plain));

    private static IEnumerable<(string Name, FormRecord Record)> Samples() => SampleFiles.All.Select(file => (
        Path.GetRelativePath(Repository.Samples, file).Replace('\\', '/'),
        Engine.Renderer.Check(File.ReadAllBytes(file)).ValueOrThrow()));

    private static IEnumerable<(string Name, FormRecord Record)> Random()
    {
        foreach (var form in Engine.Renderer.Forms.FormIds)
        {
            var records = RandomRecord.Of(Engine.Form(form), Seed)
                .Where(record => Engine.Renderer.LayOut(record).Pages.Count <= MaxPages)
                .Take(RandomRecords);
            foreach (var (i, record) in records.Index())
                yield return ($"#{i + 1}", record);
        }
    }
}

/// <param name="Name">A sample's path, or the number of a random record: #7.</param>
/// <param name="Form">Its form.</param>
/// <param name="IsBlank">Whether it is the blank form.</param>
/// <param name="Comparison">Our PDF against LibreOffice's.</param>
/// <param name="BeforeTear">
/// Where LibreOffice tore a paragraph from the next that it is to be kept with: what comes before that paragraph.
/// </param>
internal sealed record ComparedRecord(
    string Name, string Form, bool IsBlank, Comparison Comparison, Comparison? BeforeTear)
{
    public bool IsTorn => BeforeTear is not null;

    public bool IsRandom => Name[0] == '#';
}
