using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>What the documents say is true of the tree, as far as a program can tell.</summary>
public static partial class DocumentsTests
{
    private const string Guide = "docs/huong-dan-su-dung.md";
    private const string Glossary = "docs/GLOSSARY.md";
    private const string Regulation = "docs/the-thuc/36-hd-vptw.md";
    private const string RunService = "dotnet run -c Release --project src/KiemDiem.Docs.Api";
    private const string RunTests = "bash tests/run.sh";

    private const string RunCommand = "dotnet run -c Release --project src/KiemDiem.Docs.Cli -- "
        + "render samples/2019/ban-kiem-diem-ca-nhan/day-du.json -o out";

    private static readonly string[] AdrHeadings =
        ["## Context", "## Decision", "## Consequences", "## Measured or read"];

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    public static TheoryData<string> Adrs => [.. AdrFiles];

    [Theory]
    [MemberData(nameof(Documents))]
    public static void Every_link_leads_somewhere(string document)
    {
        var file = MarkdownFile.Of(document);

        Assert.All(file.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)), link =>
        {
            if (link.StartsWith('#'))
            {
                Assert.Contains(link[1..], file.Anchors);
                return;
            }

            var target = Path.Combine(Path.GetDirectoryName(file.Path)!, link.Split('#')[0]);
            Assert.True(Path.Exists(target), $"{document}: there is no {link}.");
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public static void No_document_names_a_place_on_one_machine(string document) =>
        Assert.DoesNotMatch(MachinePath(), MarkdownFile.Of(document).Text);

    [Theory]
    [MemberData(nameof(Documents))]
    public static void Every_document_is_in_NFC(string document) =>
        Assert.True(MarkdownFile.Of(document).Text.IsNormalized(NormalizationForm.FormC), document);

    [Fact]
    public static void The_README_says_how_to_run_it_and_how_to_test_it()
    {
        var commands = Block().Matches(MarkdownFile.Of("README.md").Text).Select(match => match.Groups[1].Value.Trim());

        Assert.Subset(commands.ToHashSet(), new HashSet<string> { RunService, RunCommand, RunTests });
        Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", "run.sh")));
        Assert.True(File.Exists(Path.Combine(Repository.Samples, "2019", "ban-kiem-diem-ca-nhan", "day-du.json")));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "KiemDiem.Docs.Api", "KiemDiem.Docs.Api.csproj")));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "KiemDiem.Docs.Cli", "KiemDiem.Docs.Cli.csproj")));
    }

    [Fact]
    public static void Decisions_are_numbered_without_gaps() => Assert.Equal(
        Enumerable.Range(1, AdrFiles.Count).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)),
        AdrFiles.Select(adr => adr[..4]));

    [Theory]
    [MemberData(nameof(Adrs))]
    public static void A_decision_has_its_number_and_the_four_headings(string adr)
    {
        var lines = MarkdownFile.Of(Path.Combine("docs", "adr", adr)).Text.Split('\n');

        Assert.StartsWith($"# {adr[..4]}. ", lines[0], StringComparison.Ordinal);
        Assert.Equal(AdrHeadings, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public static void Every_identifier_of_the_glossary_exists()
    {
        var sources = string.Join('\n', Sources("src", "*.cs").Concat(Sources("form-templates", "*.json")));

        Assert.All(
            GlossaryIdentifiers,
            identifier => Assert.Matches($@"(?<!\w){Regex.Escape(identifier)}(?!\w)", sources));
    }

    [Fact]
    public static void Every_form_key_value_and_style_is_in_the_glossary()
    {
        var library = Engine.Renderer.Forms;
        var lists = library.Editions.SelectMany(edition => edition.ChoiceLists).ToList();
        string[] named =
        [
            .. library.FormIds,
            .. library.Forms.SelectMany(form => form.Fields).Select(field => field.Key),
            .. lists.Select(list => list.Key),
            .. lists.SelectMany(list => list.Value).Select(choice => choice.Value),
            .. library.Editions.SelectMany(edition => edition.TheThuc.Styles.Keys),
        ];

        Assert.Empty(named.Except(GlossaryIdentifiers));
    }

    [Fact]
    public static void No_identifier_stands_twice_in_the_glossary() =>
        Assert.Equal(GlossaryIdentifiers.Distinct(), GlossaryIdentifiers);

    [Fact]
    public static void The_guide_lists_the_forms_that_there_are() => Assert.Equal(
        Engine.Renderer.Forms.Forms.Select(
            form => $"{form.Id} {form.SoMau} {form.Edition.Id} {Print(form.Edition.InForce)}"),
        MarkdownFile.Of(Guide).Rows("## Các mẫu hiện có").Select(row => $"{row[0]} {row[2]} {row[3]} {row[4]}"));

    [Fact]
    public static void The_guide_quotes_the_limits() => Assert.Equal(
        Constants(typeof(Limits)),
        MarkdownFile.Of(Guide).Rows("## Giới hạn").Select(row => (row[0], Whole(row[1]))));

    [Theory]
    [InlineData("Found.cs", "### Mã lỗi trong bản ghi")]
    [InlineData("FoundInFile.cs", "### Mã lỗi khi lấy lại dữ liệu từ tệp")]
    [InlineData("FoundInSource.cs", "### Mã lỗi của nguồn dữ liệu")]
    [InlineData("FoundInOptions.cs", "### Mã lỗi trong tùy chọn của một lô")]
    [InlineData("FoundInBatch.cs", "### Mã lỗi khi chạy một lô")]
    public static void The_guide_lists_the_problems(string file, string heading)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "KiemDiem.Docs", "Problems", file));
        var codes = ProblemCode().Matches(source).Select(match => match.Groups[1].Value);
        var listed = MarkdownFile.Of(Guide).Rows(heading).Select(row => row[0]);

        Assert.Equal(codes.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void The_refusals_in_the_guide_are_those_of_the_service()
    {
        var sources = string.Join('\n', Sources(Path.Combine("src", "KiemDiem.Docs.Api"), "*.cs"));
        var refusals = string.Join('\n', Sources(Path.Combine("src", "KiemDiem.Docs.Api", "Refusals"), "Refuse*.cs"));
        var listed = MarkdownFile.Of(Guide).Rows("### Mã lỗi của yêu cầu HTTP").Select(row => row[0]).ToList();

        Assert.All(
            listed.Where(code => code != FoundInBatch.OtherProgram().Code),
            code => Assert.Contains($"\"{code}\"", sources, StringComparison.Ordinal));
        Assert.Empty(RefusalCode().Matches(refusals).Select(match => match.Groups[1].Value).Except(listed));
    }

    [Fact]
    public static void The_guide_lists_the_exit_codes() => Assert.Equal(
        Constants(typeof(global::KiemDiem.Docs.Cli.ExitCode)).Select(code => code.Value),
        MarkdownFile.Of(Guide).Rows("### Mã thoát").Select(row => Whole(row[0])));

    [Fact]
    public static void The_layout_values_in_the_regulation_page_are_those_of_the_definitions()
    {
        var file = Path.Combine(Repository.FormTemplates, "2019", "the-thuc.json");
        using var theThuc = JsonDocument.Parse(File.ReadAllBytes(file));
        var text = MarkdownFile.Of(Regulation).Text;
        var quoted = Quoted().Matches(text);

        Assert.NotEmpty(quoted);
        Assert.All(
            quoted,
            match => Assert.Equal(match.Groups[2].Value, ValueAt(theThuc.RootElement, match.Groups[1].Value)));
        Assert.All(StyleId().Matches(text), match => Assert.True(
            theThuc.RootElement.GetProperty("styles").TryGetProperty(match.Groups[1].Value, out _), match.Value));
    }

    private static List<string> AdrFiles => [.. MarkdownFile.All
        .Where(file => Path.GetDirectoryName(file) == Path.Combine("docs", "adr"))
        .Select(file => Path.GetFileName(file))];

    private static List<string> GlossaryIdentifiers => [.. MarkdownFile.Of(Glossary).Rows().Select(row => row[0])];

    private static IEnumerable<string> Sources(string folder, string pattern) => Directory
        .GetFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Select(File.ReadAllText);

    private static IEnumerable<(string Name, int Value)> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (field.Name, (int)field.GetRawConstantValue()!));

    /// <summary>A whole number with Vietnamese thousands points.</summary>
    private static int Whole(string text) =>
        int.Parse(text.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Print(InForce inForce) => inForce.To is { } to
        ? $"{Print(inForce.From)} – {Print(to)}"
        : $"từ {Print(inForce.From)}";

    private static string Print(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static string ValueAt(JsonElement element, string path)
    {
        foreach (var key in path.Split('.'))
            element = element.TryGetProperty(key, out var child) ? child : default;
        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Undefined => "(absent)",
            _ => element.GetRawText(),
        };
    }

    [GeneratedRegex(@"(?<![\w.>~-])/(home|root|work|usr|tmp|var|opt|etc|mnt|srv|Users)/|\b[A-Z]:\\|file://")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?:path|FieldPath\.Root),\s*""(\w+)""")]
    private static partial Regex ProblemCode();

    [GeneratedRegex(@"""([a-z][a-zA-Z]+)""\);")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"`([a-zA-Z]+(?:\.[a-zA-Z]+)*): ([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`styles\.([a-zA-Z]+)")]
    private static partial Regex StyleId();
}
