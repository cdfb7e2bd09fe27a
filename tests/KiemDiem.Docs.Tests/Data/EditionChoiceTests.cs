using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Data;

public static class EditionChoiceTests
{
    [Theory]
    [InlineData("""{ "ngayLap": "2001-03-01" }""", "2001")]
    [InlineData("""{ "ngayLap": "2004-12-31" }""", "2001")]
    [InlineData("""{ "ngayLap": "2005-01-01" }""", "2005")]
    [InlineData("""{ "ngayLap": " 2003-05-05 " }""", "2001")]
    [InlineData("""{ "namKiemDiem": 2004 }""", "2001")]
    [InlineData("""{ "ngayLap": null, "namKiemDiem": 2004 }""", "2001")]
    [InlineData("""{ "ngayLap": "2004-01-05", "namKiemDiem": 2006 }""", "2001")]
    [InlineData("""{ "ngayLap": "2001-03" }""", "2001")]
    [InlineData("""{ "ngayLap": "2004-12" }""", "2001")]
    [InlineData("""{ "ngayLap": "2005-01" }""", "2005")]
    [InlineData("""{ "ngayLap": "2004" }""", "2001")]
    [InlineData("{}", "2005")]
    [InlineData("""{ "ngayLap": "hôm nay" }""", "2005")]
    [InlineData("""{ "namKiemDiem": "2003" }""", "2005")]
    [InlineData("""{ "ngayLap": "2005-01-01", "ngayLap": "2003-01-01", "\udc00ngayLap": "2006" }""", "2001")]
    [InlineData("""{ "namKiemDiem\ud800": 2006, "namKiemDiem": 2003 }""", "2001")]
    [InlineData("""{ "namKiemDiem\ud800": 2003 }""", "2005")]
    [InlineData("[]", "2005")]
    public static void The_date_of_a_record_chooses_the_edition_and_without_a_date_the_newest_is_taken(
        string json, string edition) =>
        Assert.Equal(edition, Choose(json, TestEditions.FormId).Value?.Edition.Id);

    [Fact]
    public static void An_edition_that_is_asked_for_is_taken_whatever_the_date() =>
        Assert.Equal("2001", Choose("""{ "ngayLap": "2099-01-01" }""", TestEditions.FormId, "2001").Value?.Edition.Id);

    [Fact]
    public static void A_record_may_name_its_form_itself() => Assert.Equal(
        "2001", Choose("""{ "form": "phieu-muon-sach", "namKiemDiem": 2002 }""", form: null).Value?.Edition.Id);

    [Fact]
    public static void An_unknown_form_is_told_with_those_that_there_are()
    {
        var problem = Assert.Single(Choose("{}", "phieu-la").Problems);

        Assert.Equal(("/form", "unknownForm"), (problem.Path.Pointer, problem.Code));
        Assert.Equal("Không có mẫu này; các mẫu hiện có: phieu-muon-sach.", problem.Detail);
    }

    [Fact]
    public static void An_unknown_edition_is_told_with_those_that_there_are()
    {
        var problem = Assert.Single(Choose("{}", TestEditions.FormId, "1999").Problems);

        Assert.Equal("unknownEdition", problem.Code);
        Assert.Equal("Mẫu không có phiên bản này; các phiên bản hiện có: 2001, 2005.", problem.Detail);
    }

    [Theory]
    [InlineData("""{ "ngayLap": "2001-02-28" }""", "/ngayLap")]
    [InlineData("""{ "ngayLap": "2001-02" }""", "/ngayLap")]
    [InlineData("""{ "namKiemDiem": 2000 }""", "/namKiemDiem")]
    [InlineData("""{ "ngayLap": null, "namKiemDiem": 2000 }""", "/namKiemDiem")]
    [InlineData("""{ "ngayLap": "", "namKiemDiem": 2000 }""", "/namKiemDiem")]
    public static void A_date_without_an_edition_is_told_where_it_stands_with_the_editions_that_there_are(
        string json, string pointer)
    {
        var problem = Assert.Single(Choose(json, TestEditions.FormId).Problems);

        Assert.Equal((pointer, "noEditionInForce"), (problem.Path.Pointer, problem.Code));
        Assert.Equal(
            "Không có phiên bản nào của mẫu có hiệu lực vào ngày này; các phiên bản hiện có: "
            + "2001 (từ 01/03/2001 đến 31/12/2004); 2005 (từ 01/01/2005).",
            problem.Detail);
    }

    [Theory]
    [InlineData("2019-10-17", false)]
    [InlineData("2019-10-18", true)]
    [InlineData("2019-10", true)]
    [InlineData("2023-11-09", true)]
    [InlineData("2023-11-10", false)]
    [InlineData("2023-11", false)]
    public static void The_edition_of_2019_is_in_force_from_18_10_2019_to_9_11_2023(string date, bool inForce)
    {
        var json = $$"""{ "ngayLap": "{{date}}" }""";

        Assert.Equal(inForce, EditionOf("ban-kiem-diem-ca-nhan", json) == "2019");
        Assert.Equal(inForce, EditionOf("bao-cao-kiem-diem-tap-the", json) == "2019");
    }

    [Theory]
    [InlineData(2018, false)]
    [InlineData(2019, true)]
    [InlineData(2022, true)]
    [InlineData(2023, false)]
    public static void The_edition_of_2019_serves_the_reviews_of_2019_to_2022(int year, bool inForce) => Assert.Equal(
        inForce, EditionOf("ban-kiem-diem-ca-nhan", $$"""{ "namKiemDiem": {{year}} }""") == "2019");

    [Theory]
    [InlineData("2020-01-01", false)]
    [InlineData("2020-01-02", true)]
    [InlineData("2023-11-10", true)]
    public static void The_forms_of_regulation_213_are_in_force_since_2_1_2020(string date, bool inForce)
    {
        var json = $$"""{ "ngayLap": "{{date}}" }""";

        Assert.Equal(inForce, EditionOf("phieu-nhan-xet", json) == "2020-213");
        Assert.Equal(inForce, EditionOf("phieu-xin-y-kien", json) == "2020-213");
    }

    private static string? EditionOf(string form, string json) =>
        Engine.Renderer.Check(Encoding.UTF8.GetBytes(json), form).Value?.Form.Edition.Id;

    private static Checked<FormDefinition> Choose(string json, string? form, string? edition = null)
    {
        using var document = RecordReader.Parse(Encoding.UTF8.GetBytes(json));
        return EditionChoice.Choose(TestEditions.Renderer.Forms, document.RootElement, form, edition);
    }
}
