using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Data;

public static class LongTextTests
{
    [Theory]
    [InlineData("Một.\nHai.")]
    [InlineData("Một.\r\nHai.")]
    [InlineData("Một.\rHai.")]
    [InlineData("Một.\u2028Hai.")]
    [InlineData("Một.\u2029Hai.")]
    [InlineData("Một.\u0085Hai.")]
    [InlineData("Một.\vHai.")]
    [InlineData("Một.\fHai.")]
    [InlineData("\n\n  Một.  \n \n\nHai.\n")]
    public static void A_string_with_line_breaks_is_paragraphs(string text) =>
        Assert.Equal(["Một.", "Hai."], Paragraphs(text));

    [Fact]
    public static void An_array_is_paragraphs_and_its_items_may_hold_line_breaks() =>
        Assert.Equal(["Một.", "Hai.", "Ba."], Paragraphs(new JsonArray("Một.\nHai.", "", "Ba.")));

    [Fact]
    public static void A_string_and_an_array_of_its_lines_are_the_same() =>
        Assert.Equal(Paragraphs(new JsonArray("- Một.", "+ Hai.", "Ba.")), Paragraphs("- Một.\r\n+ Hai.\n\nBa."));

    [Fact]
    public static void A_problem_in_an_item_points_at_the_item()
    {
        var result = TestEditions.CheckField("ghiChu", new JsonArray("tốt", "", "x\u0007"));

        Assert.Equal("/ghiChu/2", Assert.Single(result.Problems).Path.Pointer);
    }

    [Fact]
    public static void A_problem_in_a_line_of_a_string_points_at_the_field()
    {
        var result = TestEditions.CheckField("ghiChu", "tốt\nx\u0007");

        Assert.Equal("/ghiChu", Assert.Single(result.Problems).Path.Pointer);
    }

    [Fact]
    public static void The_same_fault_in_many_lines_of_a_string_is_one_problem()
    {
        var result = TestEditions.CheckField("ghiChu", "một\u0007\nhai\u0007\nba 😀\nbốn 😀");

        Assert.Equal(["controlCharacter", "noGlyph"], result.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public static void The_same_repair_in_many_lines_of_a_string_is_one_warning()
    {
        var result = TestEditions.CheckField("ghiChu", "d\u01A3ới\ntr\u01A3ớc\nđ\u01A3ợc");

        Assert.Single(result.Warnings, warning => warning.Code == "ghaLetter");
    }

    private static IReadOnlyList<string>? Paragraphs(JsonNode value) =>
        TestEditions.CheckField("ghiChu", value).ValueOrThrow().Get<LongTextValue>("ghiChu")?.Paragraphs;
}
