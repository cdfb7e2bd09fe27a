using System.Text;
using CsCheck;
using KiemDiem.Docs.Batch.Naming;

namespace KiemDiem.Docs.Tests.Batch.Naming;

public static class NameBookTests
{
    /// <summary>Names that clash, also with what a clash makes of others.</summary>
    private static readonly Gen<string[]> Clashing = Gen
        .OneOf("A", "a", "A-2", "a-2", "A-3", "A-2-2", "B/A", "Ế", "E\u0302\u0301", "ế", "x/A")
        .Array[0, 60];

    [Fact]
    public static void Clashes_are_numbered_in_the_order_of_the_records() => Assert.Equal(
        ["An", "An-2", "Bình", "An-3", "x/An", "An-4"],
        Taken("An", "An", "Bình", "An", "x/An", "An"));

    [Fact]
    public static void Names_that_Windows_takes_for_one_clash() => Assert.Equal(
        ["an", "AN-2", "ĐÀO", "đào-2", "ế", "E\u0302\u0301-2", "X/a", "x/A-2"],
        Taken("an", "AN", "ĐÀO", "đào", "ế", "E\u0302\u0301", "X/a", "x/A"));

    [Fact]
    public static void A_name_that_ends_with_a_number_of_its_own_clashes_with_none_that_was_made() => Assert.Equal(
        ["A", "A-2", "A-2-2", "A-3", "A-4"],
        Taken("A", "A", "A-2", "A-3", "A"));

    [Fact]
    public static void A_number_that_a_record_has_by_itself_is_passed_over() =>
        Assert.Equal(["A-2", "A", "A-3"], Taken("A-2", "A", "A"));

    [Fact]
    public static void What_is_reserved_is_given_to_nobody() =>
        Assert.Equal("Muc-luc-2", new NameBook("muc-luc").Take("Muc-luc"));

    [Fact]
    public static void Whatever_clashes_no_path_is_given_twice() => Clashing.Sample(
        names =>
        {
            var taken = Taken(names);

            Assert.Equal(names.Length, taken.Select(Folded).Distinct().Count());
            Assert.All(names.Zip(taken), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
            Assert.Equal(taken, Taken(names));
        },
        iter: 2000);

    [Fact]
    public static void A_hundred_thousand_records_of_one_name_are_numbered_without_a_gap() => Assert.Equal(
        Enumerable.Range(1, 100_000).Select(number => number == 1 ? "An" : $"An-{number}"),
        Taken([.. Enumerable.Repeat("An", 100_000)]));

    private static string Folded(string path) => path.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string[] Taken(params string[] names)
    {
        var book = new NameBook();
        return [.. names.Select(book.Take)];
    }
}
