namespace KiemDiem.Docs.Tests.Forms;

public static class EditionOverlapTests
{
    [Theory]
    [InlineData("2010-01-01", null, "2012-01-01", null)]
    [InlineData("2010-01-01", "2012-01-01", "2012-01-01", null)]
    [InlineData("2010-01-01", "2010-06-30", "2010-01-01", "2010-03-31")]
    [InlineData("2012-01-01", null, "2010-01-01", "2012-01-01")]
    [InlineData("2010-01-01", "2015-12-31", "2011-01-01", "2011-12-31")]
    public static void Two_editions_of_a_form_in_force_on_one_day_are_refused(
        string from, string? to, string otherFrom, string? otherTo)
    {
        using var folder = TwoEditions(from, to, otherFrom, otherTo);

        var refusal = folder.Refusal();

        Assert.Contains("(to-khai): Hai phiên bản ", refusal, StringComparison.Ordinal);
        Assert.Contains("2010", refusal, StringComparison.Ordinal);
        Assert.Contains("2020", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2010-01-01", "2011-12-31", "2012-01-01", null)]
    [InlineData("2012-01-01", null, "2010-01-01", "2011-12-31")]
    [InlineData("2010-01-01", "2010-12-31", "2012-01-01", "2012-12-31")]
    public static void Editions_that_follow_each_other_are_accepted(
        string from, string? to, string otherFrom, string? otherTo)
    {
        using var folder = TwoEditions(from, to, otherFrom, otherTo);

        Assert.Equal(2, folder.Load().EditionsOf("to-khai").Count);
    }

    [Fact]
    public static void Different_forms_may_be_in_force_on_the_same_days()
    {
        using var folder = TwoEditions("2010-01-01", null, "2010-01-01", null);

        File.Move(folder.PathOf("2020/to-khai.json"), folder.PathOf("2020/to-trinh.json"));
        folder.Change("2020/to-trinh.json", "\"to-khai\"", "\"to-trinh\"");

        Assert.Equal(["to-khai", "to-trinh"], folder.Load().FormIds);
    }

    [Fact]
    public static void An_edition_that_ends_before_it_begins_is_refused()
    {
        using var folder = new DefinitionFolder();

        folder.Change("2010/edition.json", Days("2010-01-01", null), Days("2010-01-01", "2009-12-31"));

        Assert.StartsWith("2010/edition.json:4 (/inForce", folder.Refusal(), StringComparison.Ordinal);
    }

    private static DefinitionFolder TwoEditions(string from, string? to, string otherFrom, string? otherTo)
    {
        var folder = new DefinitionFolder();
        foreach (var file in new[] { "edition.json", "to-khai.json", "the-thuc.json" })
            folder.Write($"2020/{file}", File.ReadAllText(folder.PathOf($"2010/{file}")));
        folder.Change("2020/edition.json", "\"edition\": \"2010\"", "\"edition\": \"2020\"");
        folder.Change("2010/edition.json", Days("2010-01-01", null), Days(from, to));
        folder.Change("2020/edition.json", Days("2010-01-01", null), Days(otherFrom, otherTo));
        return folder;
    }

    private static string Days(string from, string? to) =>
        to is null ? $$"""{ "from": "{{from}}" }""" : $$"""{ "from": "{{from}}", "to": "{{to}}" }""";
}
