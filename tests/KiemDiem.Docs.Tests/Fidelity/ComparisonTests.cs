namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>The measure sees what it is to see.</summary>
public static class ComparisonTests
{
    private const double Millimetre = 72 / 25.4;

    private static readonly WordBox[] Page =
    [
        new(1, "Họ", 100, 115, 70),
        new(1, "tên:", 118, 140, 70),
        new(1, "Chi", 100, 118, 94),
        new(1, "bộ", 122, 136, 94),
        new(2, "Hết", 100, 120, 70),
    ];

    [Fact]
    public static void The_same_words_are_the_same()
    {
        var comparison = Comparison.Of(Page, Page);

        Assert.True(comparison.IsSame);
        Assert.Equal((2, 5, 5), (comparison.Pages, comparison.Words, comparison.Near));
    }

    [Theory]
    [InlineData(0.9, 0, true)]
    [InlineData(1.1, 0, false)]
    [InlineData(0, 0.9, true)]
    [InlineData(0, -1.1, false)]
    public static void A_word_more_than_a_millimetre_away_is_not_near(double across, double down, bool isNear)
    {
        var moved = Page[3] with
        {
            Left = Page[3].Left + (across * Millimetre),
            Baseline = Page[3].Baseline + (down * Millimetre),
        };

        Assert.Equal(isNear ? 5 : 4, Comparison.Of(Page, With(3, moved)).Near);
    }

    [Fact]
    public static void A_word_on_another_line_or_page_is_seen()
    {
        Assert.Equal(2, Comparison.Of(Page, With(2, Page[2] with { Baseline = 70, Left = 144 })).OtherLines);
        Assert.Equal(2, Comparison.Of(Page, With(3, Page[3] with { Page = 2 })).OtherLines);
        Assert.False(Comparison.Of(Page, With(4, Page[4] with { Page = 3 })).IsSame);
        Assert.Equal(1, Comparison.Of(Page, Page[..4]).OtherLines);
    }

    [Fact]
    public static void Another_letter_is_seen()
    {
        var comparison = Comparison.Of(Page, With(1, Page[1] with { Text = "tền:" }));

        Assert.Equal(new PageLine(1, "Họtền:"), comparison.First?.Theirs);
        Assert.False(comparison.IsSame);
    }

    [Fact]
    public static void Where_a_leader_hides_the_left_edge_the_right_one_counts()
    {
        var (behind, off) = (Page[3] with { Left = null }, Page[3] with { Left = null, Right = 140 });

        Assert.Equal(5, Comparison.Of(Page, With(3, behind)).Near);
        Assert.Equal(4, Comparison.Of(Page, With(3, off)).Near);
    }

    [Theory]
    [InlineData("vụ:......", "vụ:")]
    [InlineData("......,", ",")]
    [InlineData("Nam.", "Nam")]
    [InlineData("21\u2011KL/TW", "21-KL/TW")]
    [InlineData("12–\u206013%", "12–13%")]
    public static void Leaders_and_invisible_characters_are_not_part_of_a_word(string word, string plain) =>
        Assert.Equal(plain, WordBox.Plain(word));

    private static WordBox[] With(int index, WordBox word)
    {
        var changed = Page.ToArray();
        changed[index] = word;
        return changed;
    }
}
