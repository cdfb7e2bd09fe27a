using System.Text;
using KiemDiem.Docs.Batch.Archive;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public static class ThreeYearsTests
{
    [Fact]
    public static void A_member_with_a_year_missing_is_listed_with_the_years()
    {
        var report = Of(("Nguyễn Văn An", "1978-04-05", 2020), ("Nguyễn Văn An", "1978-04-05", 2022));

        var member = Assert.Single(report.Missing);
        Assert.Equal("Nguyễn Văn An", member.HoTen);
        Assert.Equal([2020, 2022], member.Co);
        Assert.Equal([2021], member.Thieu);
    }

    [Fact]
    public static void Who_has_all_three_is_not_listed() => Assert.Empty(Of(
        ("Nguyễn Văn An", "1978-04-05", 2022),
        ("Nguyễn Văn An", "1978-04-05", 2021),
        ("Nguyễn Văn An", "1978-04-05", 2021),
        ("Nguyễn Văn An", "1978-04-05", 2020)).Missing);

    [Fact]
    public static void Years_before_and_after_do_not_count() => Assert.Equal(
        [2020, 2021],
        Assert.Single(Of(
            ("Nguyễn Văn An", "1978-04-05", 2019),
            ("Nguyễn Văn An", "1978-04-05", 2022),
            ("Nguyễn Văn An", "1978-04-05", 2023),
            ("Trần Thị Bình", "1980-01-01", 2019)).Missing).Thieu);

    [Theory]
    [InlineData("NGUYỄN VĂN  ÂN")]
    [InlineData(" nguyễn\u00A0văn ân ")]
    [InlineData("Nguyễn Văn Ân", NormalizationForm.FormD)]
    public static void A_name_is_the_same_in_other_letters_blanks_and_forms(
        string other, NormalizationForm form = NormalizationForm.FormC)
    {
        var report = Of(
            ("Nguyễn Văn Ân", "1978-04-05", 2020),
            (other.Normalize(form), "1978-04-05", 2021),
            ("Nguyễn Văn Ân", "1978-04-05", 2022));

        Assert.Equal(1, report.Members);
        Assert.Empty(report.Missing);
    }

    [Fact]
    public static void Two_of_one_name_are_told_apart_by_their_birth() => Assert.Equal(
        ["1978-04-05", "1990"],
        Of(("Nguyễn Văn An", "1990", 2022), ("Nguyễn Văn An", "1978-04-05", 2021)).Missing
            .Select(member => member.NgaySinh));

    [Fact]
    public static void Who_has_no_birth_date_or_the_beginning_of_anothers_is_listed_apart()
    {
        var report = Of(
            ("Nguyễn Văn An", null, 2022),
            ("Nguyễn Văn An", "1978", 2021),
            ("NGUYỄN VĂN AN", "1978-04-05", 2020),
            ("Trần Thị Bình", null, 2020));

        Assert.Equal([null, "1978", null], report.Unclear.Select(member => member.NgaySinh));
        Assert.Equal("1978-04-05", Assert.Single(report.Missing).NgaySinh);
        Assert.Equal(1, report.Members);
    }

    [Fact]
    public static void The_unit_is_that_of_the_last_review_in_whatever_order_they_come()
    {
        var years = new ThreeYears(2022);
        years.Add(Entries.Review("Nguyễn Văn An", 2022, "Trạm Y tế"));
        years.Add(Entries.Review("Nguyễn Văn An", 2020, "Trường Tiểu học"));

        Assert.Equal("Trạm Y tế", Assert.Single(years.Report().Missing).DonVi);
    }

    [Fact]
    public static void Only_the_own_review_of_a_person_counts()
    {
        var years = new ThreeYears(2022);
        years.Add(Entries.Opinion);
        years.Add(null);

        Assert.Equal(new { Members = 0, Missing = 0, Unclear = 0 }, new
        {
            years.Report().Members,
            Missing = years.Report().Missing.Count,
            Unclear = years.Report().Unclear.Count,
        });
    }

    [Fact]
    public static void The_rows_say_who_lacks_what_and_the_summary_names_nobody()
    {
        var report = Of(("Nguyễn Văn An", "1978-04-05", 2021), ("Trần Thị Bình", null, 2022));

        Assert.Equal(
            [
                "Họ và tên|Ngày sinh|Đơn vị|Năm đã có|Năm còn thiếu|Ghi chú",
                "Nguyễn Văn An|1978-04-05|Trường Tiểu học Hòa Bình|2021|2020, 2022|",
                "Trần Thị Bình||Trường Tiểu học Hòa Bình|2022|2020, 2021|"
                    + "Không phân biệt được: thiếu hoặc chưa đủ ngày sinh",
            ],
            report.Rows().Select(row => string.Join('|', row)));
        Assert.Equal(
            "Từ năm 2020 đến năm 2022: 1 đảng viên, trong đó 1 người thiếu bản kiểm điểm của ít nhất một năm; "
                + "1 người không phân biệt được vì thiếu hoặc chưa đủ ngày sinh.",
            report.Summary());
    }

    private static ThreeYearReport Of(params (string Name, string? Birth, int Year)[] reviews)
    {
        var years = new ThreeYears(2022);
        foreach (var (name, birth, year) in reviews)
            years.Add(Entries.Review(name, year, birth: birth));
        return years.Report();
    }
}
