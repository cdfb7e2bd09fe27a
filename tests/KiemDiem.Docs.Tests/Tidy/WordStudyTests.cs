using System.Net;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>
/// The pages on Word and LibreOffice in docs/word: their specimens are what the program writes. A fenced block says
/// whence it is, as <c>xml 2019/ban-kiem-diem-ca-nhan/day-du.json word/document.xml</c>; a line … leaves something out.
/// </summary>
public static partial class WordStudyTests
{
    private const string Index = "README.md";

    private const string LeftOut = "\n…\n";

    private static readonly string[] Headings = ["## Specimen", "## What they do", "## What we emit"];

    public static TheoryData<string> Pages => [.. PageNames];

    [Theory]
    [MemberData(nameof(Pages))]
    public static void Every_specimen_is_in_the_file_that_it_names(string page)
    {
        var specimens = Specimen().Matches(Text(page));

        Assert.NotEmpty(specimens);
        Assert.All(specimens, specimen =>
        {
            var sample = Path.Combine(Repository.Samples, specimen.Groups["sample"].Value);
            var record = Engine.Renderer.Check(File.ReadAllBytes(sample)).ValueOrThrow();
            var part = Plain(DocxText.Part(Engine.Renderer.RenderDocx(record), specimen.Groups["part"].Value));
            var at = 0;
            foreach (var piece in specimen.Groups["xml"].Value.Split(LeftOut).Select(Plain))
            {
                var found = part.IndexOf(piece, at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{page}: {specimen.Groups["sample"]} does not hold {piece}");
                at = found + piece.Length;
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public static void A_page_has_no_other_xml_than_specimens(string page) =>
        Assert.Equal(Fence().Count(Text(page)), Specimen().Count(Text(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public static void A_page_shows_what_is_written_then_what_others_do_then_why_it_is_so(string page) => Assert.Equal(
        Headings,
        Text(page).Split('\n').Where(Headings.Contains));

    [Fact]
    public static void The_index_lists_every_page() => Assert.Equal(
        PageNames,
        MarkdownFile.Of(Path.Combine("docs", "word", Index)).Links.Where(link => !link.Contains('/')).Distinct()
            .Order(StringComparer.Ordinal));

    /// <summary>Comments in the code send the reader to documents, by path from the root.</summary>
    [Fact]
    public static void Every_document_that_the_code_names_exists()
    {
        var named = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToHashSet();

        Assert.NotEmpty(named);
        Assert.All(
            named, name => Assert.True(File.Exists(Path.Combine(Repository.Root, name)), $"There is no {name}."));
    }

    private static IReadOnlyList<string> PageNames => [.. MarkdownFile.All
        .Where(file => Path.GetDirectoryName(file) == Path.Combine("docs", "word"))
        .Select(file => Path.GetFileName(file)!)
        .Where(name => name != Index)];

    private static string Text(string page) => MarkdownFile.Of(Path.Combine("docs", "word", page)).Text;

    /// <summary>XML without the line ends and indents that make it readable, invisible characters as such.</summary>
    private static string Plain(string xml) =>
        WebUtility.HtmlDecode(Between().Replace(xml.Trim(), "$1").Replace(" />", "/>", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^```xml (?<sample>\S+\.json) (?<part>\S+)\n(?<xml>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Specimen();

    [GeneratedRegex("^```xml", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(>)\s+(?=<)")]
    private static partial Regex Between();

    [GeneratedRegex(@"docs/[a-z-]+/[a-z0-9-]+\.md")]
    private static partial Regex Named();
}
