using System.Reflection;
using System.Text;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Tests.Problems;

public static class FoundTests
{
    public static TheoryData<string> Problems => [.. ProblemCases.Problems.Keys];

    public static TheoryData<string> Warnings => [.. ProblemCases.Warnings.Keys];

    public static TheoryData<string> Sentences => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Problems))]
    public static void Each_fault_of_a_record_is_told_with_its_place_and_code(string name)
    {
        var expected = ProblemCases.Problems[name];

        var result = expected.Check();

        var problem = Assert.Single(result.Problems);
        Assert.Equal((expected.Pointer, expected.Code), (problem.Path.Pointer, problem.Code));
        Assert.Null(result.Value);
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public static void Each_warning_is_told_with_its_place_and_code_and_stops_nothing(string name)
    {
        var expected = ProblemCases.Warnings[name];

        var result = expected.Check();

        Assert.Empty(result.Problems);
        Assert.NotNull(result.Value);
        Assert.Single(
            result.Warnings, warning => (warning.Path.Pointer, warning.Code) == (expected.Pointer, expected.Code));
    }

    [Fact]
    public static void Every_code_that_the_program_knows_is_reached_by_a_record()
    {
        var reached = ProblemCases.Problems.Values.Concat(ProblemCases.Warnings.Values).Select(one => one.Code);

        Assert.Equal(All().Values.Select(problem => problem.Code).Order(), reached.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Problems))]
    [MemberData(nameof(Warnings))]
    public static void No_sentence_repeats_what_the_record_says(string name)
    {
        var result = (ProblemCases.Problems.GetValueOrDefault(name) ?? ProblemCases.Warnings[name]).Check();

        Assert.All(result.Problems.Concat(result.Warnings), problem =>
        {
            Assert.DoesNotContain(ProblemCases.Telltale, problem.Detail, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("12345", problem.Detail, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public static void Every_problem_is_a_vietnamese_sentence_and_a_camel_case_word(string method)
    {
        var problem = All()[method];

        Assert.Matches("^[a-z]+([A-Z][a-z]+)*$", problem.Code);
        Assert.Matches(@"^\p{Lu}.*[.?]$", problem.Detail);
        Assert.True(problem.Detail.IsNormalized(NormalizationForm.FormC));
        Assert.Matches(@"[\u00C0-\u1EF9]", problem.Detail);
    }

    [Fact]
    public static void No_two_problems_share_a_code() =>
        Assert.Equal(All().Count, All().Values.Select(problem => problem.Code).Distinct().Count());

    [Fact]
    public static void Limits_are_told_with_vietnamese_thousands_points() =>
        Assert.Contains(" 100.000 ", Found.TooLong(FieldPath.Root, 100_000).Detail, StringComparison.Ordinal);

    /// <summary>Every method of <see cref="Found"/> with made-up arguments.</summary>
    private static Dictionary<string, Problem> All() => typeof(Found)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .ToDictionary(
            method => method.Name,
            method => (Problem)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!);

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(FieldPath) => FieldPath.Root.Child("hoTen"),
        var type when type == typeof(int) => 7,
        var type when type == typeof(string) => "chữ",
        var type when type == typeof(IEnumerable<string>) => new[] { "một", "hai" },
        _ => throw new InvalidOperationException(parameter.ToString()),
    };
}
