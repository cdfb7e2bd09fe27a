using System.Reflection;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Tests.Typesetting.Pdf;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>
/// What docs/pdf says of each clause is said of a test and a file that exist, and no test is left out.
/// </summary>
public static partial class PdfClausesTests
{
    private const int Columns = 5;

    /// <summary>The classes whose tests are clauses.</summary>
    private static readonly Type[] ClauseTests =
    [
        typeof(FileStructureTests), typeof(ColourTests), typeof(FontTests), typeof(MetadataTests),
        typeof(StructureTests), typeof(EmbeddedFilesTests), typeof(SignatureFieldTests), typeof(ReadAloudTests),
    ];

    /// <summary>What they try beyond the clauses.</summary>
    private static readonly string[] BeyondTheClauses =
    [
        "EmbeddedFilesTests.A_document_without_files_says_nothing_of_them",
        "SignatureFieldTests.A_document_that_nobody_signs_has_no_form",
    ];

    public static TheoryData<string> Pages =>
        [Path.Combine("docs", "pdf", "pdfa-3a.md"), Path.Combine("docs", "pdf", "pdf-ua-1.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public static void Every_line_says_whether_the_clause_is_met_and_where(string page) =>
        Assert.All(MarkdownFile.Of(page).Rows(), row =>
        {
            Assert.Equal(Columns, row.Length);
            Assert.Contains(row[2], (string[])["Met", "—"]);
            Assert.All(row.Take(Columns - 1), cell => Assert.NotEmpty(cell));
            if (row[2] == "Met")
                Assert.NotEmpty(row[^1]);
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public static void Every_test_that_a_line_names_exists(string page)
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => (type, method)))
            .Where(pair => pair.method.GetCustomAttributes<FactAttribute>().Any())
            .Select(pair => $"{pair.type.Name}.{pair.method.Name}");

        Assert.Empty(NamedTests(page).Except(tests));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public static void Every_file_that_a_line_names_exists(string page)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = MarkdownFile.Of(page).Rows().SelectMany(row => FileName().Matches(row[3]))
            .Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, files));
    }

    [Fact]
    public static void Every_test_of_a_clause_is_on_one_of_the_pages()
    {
        var tests = ClauseTests.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => $"{type.Name}.{method.Name}"));

        Assert.Empty(tests.Except(Pages.SelectMany(page => NamedTests(page.Data))).Except(BeyondTheClauses));
    }

    private static IEnumerable<string> NamedTests(string page) =>
        TestName().Matches(MarkdownFile.Of(page).Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?<=^|`|, |; )([A-Z][a-z]+[A-Z]\w+)(?=`|:|$)")]
    private static partial Regex FileName();
}
