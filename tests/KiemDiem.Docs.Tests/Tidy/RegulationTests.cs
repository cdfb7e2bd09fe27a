using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.TheThuc;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>The page of the layout regulation says of each clause which tests hold it, and says the truth.</summary>
public static partial class RegulationTests
{
    private const string Page = "docs/the-thuc/36-hd-vptw.md";
    private const string NoTest = "—";

    private static readonly string[] States = ["Met", "Form", "Writer", NoTest, "Not met"];

    public static TheoryData<string, string> Clauses =>
        [.. Lines.Select(line => (line.Clause, line.Asks))];

    [Fact]
    public static void Every_test_named_in_the_page_exists() =>
        Assert.Empty(Lines.SelectMany(line => line.Tests).Except(TheRegulation.Tests.Select(TheRegulation.NameOf)));

    [Fact]
    public static void Every_test_of_a_clause_is_named_in_the_page() =>
        Assert.Empty(TheRegulation.Tests.Select(TheRegulation.NameOf).Except(Lines.SelectMany(line => line.Tests)));

    [Theory]
    [MemberData(nameof(Clauses))]
    public static void Clauses_that_are_met_have_tests_and_the_others_have_none(string clause, string asks)
    {
        var line = Lines.Single(one => (one.Clause, one.Asks) == (clause, asks));

        Assert.Contains(States, state => line.State.StartsWith(state, StringComparison.Ordinal));
        if (line.State.StartsWith("Met", StringComparison.Ordinal))
            Assert.NotEmpty(line.Tests);
        else
            Assert.Equal(NoTest, line.HeldBy);
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public static void The_tests_of_a_line_are_of_its_clause(string clause, string asks)
    {
        var line = Lines.Single(one => (one.Clause, one.Asks) == (clause, asks));
        var tests = TheRegulation.Tests.Where(test => line.Tests.Contains(TheRegulation.NameOf(test)));

        Assert.All(tests, test => Assert.Contains(TheRegulation.ClauseOf(test), clause.Split(", ")));
    }

    /// <summary>Phụ lục 3 numbers the components from 1 to 15.</summary>
    [Fact]
    public static void Every_component_of_the_third_annex_has_a_line() => Assert.Empty(
        Enumerable.Range(1, 15).Select(number => $"Phụ lục 3 ({number})")
            .Except(Lines.SelectMany(line => line.Clause.Split(", "))));

    private static IReadOnlyList<Line> Lines { get; } =
    [
        .. MarkdownFile.Of(Page).Rows().Select(row =>
            new Line(row[0], row[1], row[2], row[4], [.. TestName().Matches(row[4]).Select(match => match.Value)])),
    ];

    [GeneratedRegex(@"\w+Tests\.\w+")]
    private static partial Regex TestName();

    private sealed record Line(
        string Clause, string Asks, string State, string HeldBy, IReadOnlyList<string> Tests);
}
