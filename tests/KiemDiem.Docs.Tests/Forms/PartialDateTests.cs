using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Forms;

public static class PartialDateTests
{
    [Theory]
    [InlineData("2022-12-05", "05/12/2022")]
    [InlineData("2022-12", "12/2022")]
    [InlineData("2022", "2022")]
    [InlineData("1800-01-01", "01/01/1800")]
    [InlineData("2199-12-31", "31/12/2199")]
    public static void A_date_is_read_as_far_as_it_is_written(string text, string numeric)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(numeric, date.Numeric);
    }

    [Theory]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("2022-1")]
    [InlineData("2022-1-5")]
    [InlineData("2022-12-5")]
    [InlineData("2022/12/05")]
    [InlineData("05/12/2022")]
    [InlineData("2022-00")]
    [InlineData("2022-13")]
    [InlineData("2022-13-01")]
    [InlineData("2022-12-00")]
    [InlineData("2022-12-32")]
    [InlineData("2022-04-31")]
    [InlineData("1799")]
    [InlineData("2200")]
    [InlineData("2022-12-05T00:00:00")]
    [InlineData("+022")]
    [InlineData("-022")]
    [InlineData("2 22")]
    [InlineData("２０２２")]
    [InlineData("2022-+1")]
    public static void What_is_no_date_is_not_read(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("2000-02-29", true)]
    [InlineData("1900-02-29", false)]
    [InlineData("2100-02-29", false)]
    public static void The_29_of_february_is_there_in_leap_years_only(string text, bool there) =>
        Assert.Equal(there, PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2024-02", 2024, 2, 29)]
    [InlineData("2023-02", 2023, 2, 28)]
    [InlineData("2022-11", 2022, 11, 30)]
    [InlineData("2022", 2022, 12, 31)]
    [InlineData("2022-12-05", 2022, 12, 5)]
    public static void A_date_in_part_may_be_as_late_as_its_last_day(string text, int year, int month, int day)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(new DateOnly(year, month, day), date.LastDay);
    }

    /// <summary>36-HD/VPTW, 1.4.2: a zero before days below 10 and before the months 1 and 2 only.</summary>
    [Theory]
    [InlineData(1, "01", "01")]
    [InlineData(2, "02", "02")]
    [InlineData(3, "03", "3")]
    [InlineData(9, "09", "9")]
    [InlineData(10, "10", "10")]
    [InlineData(12, "12", "12")]
    public static void Days_below_ten_and_months_below_three_are_printed_with_a_zero(
        int number, string day, string month)
    {
        var date = new PartialDate(2022, number, number);

        Assert.Equal((day, month), (date.PrintedDay, date.PrintedMonth));
        Assert.Equal($"{day}/{month}/2022", date.Numeric);
    }

    [Fact]
    public static void What_is_not_known_is_not_printed()
    {
        var date = new PartialDate(1978);

        Assert.Equal((null, null, "1978"), (date.PrintedDay, date.PrintedMonth, date.PrintedYear));
    }
}
