using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Tests.Batch.Archive;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// The PDFs that the clauses of the standards are tried on: every sample, random records of every form, and the lists
/// of contents of an archive. They are made and read once for all tests.
/// </summary>
internal static class PdfCases
{
    private const int RandomRecords = 6;
    private const ulong Seed = 19005;

    private static readonly Lazy<List<ParsedPdf>> Forms = new(() => [.. Samples(), .. Random()]);
    private static readonly Lazy<List<ParsedPdf>> Made = new(() => [.. Forms.Value, .. Contents()]);

    public static IReadOnlyList<ParsedPdf> All => Made.Value;

    /// <summary>A file with boxes, lists, a long text, signatures.</summary>
    public static ParsedPdf Sample(string form, string name) =>
        All.Single(pdf => pdf.Name.EndsWith(Path.Combine(form, name + ".json"), StringComparison.Ordinal));

    /// <summary>Fails with the name of the file in which something does not hold.</summary>
    public static void Each(Action<ParsedPdf> holds) => Each(All, holds);

    /// <summary>The same for the files that were made of a record.</summary>
    public static void EachForm(Action<ParsedPdf> holds) => Each(Forms.Value, holds);

    private static void Each(IReadOnlyList<ParsedPdf> files, Action<ParsedPdf> holds)
    {
        Assert.NotEmpty(files);
        foreach (var pdf in files)
        {
            try
            {
                holds(pdf);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"{pdf.Name}: {fault.Message}", fault);
            }
        }
    }

    private static IEnumerable<ParsedPdf> Samples() => SampleFiles.All.Select(file => ParsedPdf.Of(
        file, Engine.Renderer.RenderPdf(Engine.Renderer.Check(File.ReadAllBytes(file)).ValueOrThrow())));

    /// <summary>Ruled tables, whose heads stand on more than one page.</summary>
    private static IEnumerable<ParsedPdf> Contents()
    {
        var contents = new ContentsDocument(Engine.Renderer.Forms.Editions[^1].TheThuc);
        var unit = new FileUnit("2022/A", null, [.. Enumerable.Range(1, 30).Select(number =>
            Entries.Document(number % 3 == 0 ? Entries.Opinion : Entries.Review("Nguyễn Văn An"), number))]);
        Document[] lists = [contents.Of(unit), contents.Of([ListedFile.Of(unit)], 1)];
        return lists.Select(list => ParsedPdf.Of(
            list.Info.Title, PdfWriter.Write(LayoutEngine.LayOut(list, Engine.Fonts), [])));
    }

    private static IEnumerable<ParsedPdf> Random()
    {
        foreach (var form in Engine.Renderer.Forms.FormIds)
        {
            foreach (var (i, record) in RandomRecord.Of(Engine.Form(form), Seed).Take(RandomRecords).Index())
                yield return ParsedPdf.Of($"{form}, random {i}", Engine.Renderer.RenderPdf(record));
        }
    }
}
