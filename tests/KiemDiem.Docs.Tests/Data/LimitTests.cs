using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Data;

public static class LimitTests
{
    [Theory]
    [InlineData(80, null)]
    [InlineData(81, "tooLong")]
    public static void A_text_is_as_long_as_its_field_allows(int length, string? code) =>
        Assert.Equal(code, CodeOf("nguoiMuon", new string('a', length)));

    [Fact]
    public static void A_decomposed_text_is_as_long_as_its_composed_self() =>
        Assert.Null(CodeOf("nguoiMuon", string.Concat(Enumerable.Repeat("e\u0302\u0301", 80))));

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "tooLong")]
    public static void A_long_text_counts_all_its_items(int length, string? code) =>
        Assert.Equal(code, CodeOf("lyDoMuon", new JsonArray(new string('a', 200), new string('b', length - 200))));

    [Theory]
    [InlineData(Limits.Paragraphs, null)]
    [InlineData(Limits.Paragraphs + 1, "tooManyItems")]
    public static void A_long_text_has_no_more_paragraphs_than_the_limit(int count, string? code)
    {
        Assert.Equal(code, CodeOf("ghiChu", string.Concat(Enumerable.Repeat("a\n", count))));
        Assert.Equal(code, CodeOf("ghiChu", new JsonArray([.. Enumerable.Repeat("a", count)])));
    }

    [Fact]
    public static void Empty_items_are_no_paragraphs() =>
        Assert.Null(CodeOf("ghiChu", new JsonArray([.. Enumerable.Repeat("", 5000), "a"])));

    [Fact]
    public static void No_more_problems_are_told_than_the_limit()
    {
        var record = new JsonObject();
        for (var i = 0; i < Limits.Problems + 50; i++)
            record[$"khongCo{i}"] = "x";

        Assert.Equal(Limits.Problems, TestEditions.Check(record.ToJsonString()).Problems.Count);
    }

    [Fact]
    public static void No_more_warnings_are_told_than_the_limit()
    {
        var items = Enumerable.Repeat("\u01A3", Limits.Problems + 50).Select(item => (JsonNode)item);

        var result = TestEditions.CheckField("ghiChu", new JsonArray([.. items]));

        Assert.InRange(result.Warnings.Count, 1, Limits.Problems);
    }

    [Theory]
    [InlineData(Limits.Depth, true)]
    [InlineData(Limits.Depth + 1, false)]
    public static void Json_may_be_nested_as_deeply_as_the_limit(int depth, bool accepted)
    {
        var json = "{\"ghiChu\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";

        var exception = Record.Exception(() => TestEditions.Check(json));

        Assert.Equal(accepted, exception is null);
        Assert.True(accepted || exception is MalformedJsonException);
    }

    [Theory]
    [InlineData(1930, null)]
    [InlineData(2199, null)]
    [InlineData(1929, "badYear")]
    [InlineData(2200, "badYear")]
    [InlineData(-2003, "badYear")]
    public static void A_year_lies_between_the_limits(int year, string? code) =>
        Assert.Equal(code, CodeOf("namKiemDiem", year));

    [Theory]
    [InlineData("2003.5")]
    [InlineData("99999999999999999999")]
    [InlineData("1e400")]
    public static void A_year_is_a_whole_number(string number)
    {
        var problem = Assert.Single(TestEditions.Check($$"""{ "namKiemDiem": {{number}} }""").Problems);

        Assert.Equal("badYear", problem.Code);
    }

    private static string? CodeOf(string key, JsonNode value) =>
        TestEditions.CheckField(key, value).Problems.SingleOrDefault()?.Code;
}
