using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Samples;

/// <summary>
/// LibreOffice prints every sample's Word file once; it must have the pages of our PDF, with the same words.
/// </summary>
public sealed class LibreOfficeTests(LibreOfficeTests.Printed printed) : IClassFixture<LibreOfficeTests.Printed>
{
    public static TheoryData<string> Samples => SampleTests.Samples;

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_Word_file_has_the_pages_of_the_PDF_with_the_same_words(string sample)
    {
        var theirs = Pages(printed.Pdf(sample));
        var ours = Pages(printed.Ours(sample));

        Assert.Equal(ours.Count, theirs.Count);
        for (var page = 0; page < ours.Count; page++)
            Assert.Equal(ours[page], theirs[page]);
    }

    /// <summary>
    /// The words of each page, without the leaders and boxes that LibreOffice sets as characters, and without
    /// hyphens: where it cuts a word longer than a line at a no-break hyphen, it shows that twice.
    /// </summary>
    private static List<string> Pages(string pdf)
    {
        var text = Tool.Run("pdftotext", ["-raw", pdf, "-"]);
        return [.. text.Split('\f').SkipLast(1).Select(page =>
            string.Concat(page.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '☐' or '☒' or '\u2060'))))];
    }

    /// <summary>All samples through LibreOffice in one run, which is most of its cost.</summary>
    public sealed class Printed : IDisposable
    {
        private readonly TempFolder folder = new();

        public Printed()
        {
            foreach (var file in SampleFiles.All)
            {
                var record = Engine.Renderer.Check(File.ReadAllBytes(file)).ValueOrThrow();
                var name = Name(Path.GetRelativePath(Repository.Samples, file));
                File.WriteAllBytes(folder.File(name + ".docx"), Engine.Renderer.RenderDocx(record));
                Directory.CreateDirectory(folder.File("ours"));
                File.WriteAllBytes(folder.File(Path.Combine("ours", name + ".pdf")), Engine.Renderer.RenderPdf(record));
            }

            LibreOffice.Print(Directory.GetFiles(folder.Path, "*.docx"), folder.Path);
        }

        public string Pdf(string sample) => folder.File(Name(sample) + ".pdf");

        public string Ours(string sample) => folder.File(Path.Combine("ours", Name(sample) + ".pdf"));

        public void Dispose() => folder.Dispose();

        private static string Name(string sample) =>
            Path.ChangeExtension(sample, null).Replace(Path.DirectorySeparatorChar, '-');
    }
}
