using KiemDiem.Docs.Tests.Samples;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// The PDFs that the clauses of the standards are tried on: every sample, and random records of every form. They are
/// made and read once for all tests.
/// </summary>
internal static class PdfCases
{
    private const int RandomRecords = 6;
    private const ulong Seed = 19005;

    private static readonly Lazy<List<ParsedPdf>> Made = new(() => [.. Samples(), .. Random()]);

    public static IReadOnlyList<ParsedPdf> All => Made.Value;

    /// <summary>A file with boxes, lists, a long text, signatures.</summary>
    public static ParsedPdf Sample(string form, string name) =>
        All.Single(pdf => pdf.Name.EndsWith(Path.Combine(form, name + ".json"), StringComparison.Ordinal));

    /// <summary>Fails with the name of the file in which something does not hold.</summary>
    public static void Each(Action<ParsedPdf> holds)
    {
        Assert.NotEmpty(All);
        foreach (var pdf in All)
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

    private static IEnumerable<ParsedPdf> Random()
    {
        foreach (var form in Engine.Renderer.Forms.FormIds)
        {
            foreach (var (i, record) in RandomRecord.Of(Engine.Form(form), Seed).Take(RandomRecords).Index())
                yield return ParsedPdf.Of($"{form}, random {i}", Engine.Renderer.RenderPdf(record));
        }
    }
}
