using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Compose;

public static class RecordTitleTests
{
    [Theory]
    [InlineData("""{ "namKiemDiem": 2002, "nguoiMuon": "Đinh Thị Ổi" }""", "Phiếu mượn sách - 2002 - Đinh Thị Ổi")]
    [InlineData("""{ "nguoiMuon": "Đinh Thị Ổi" }""", "Phiếu mượn sách - Đinh Thị Ổi")]
    [InlineData("""{ "namKiemDiem": 2002 }""", "Phiếu mượn sách - 2002")]
    [InlineData("{}", "Phiếu mượn sách")]
    public static void A_title_is_the_form_and_what_is_known_of_the_record(string json, string title) =>
        Assert.Equal(title, RecordTitle.Of(TestEditions.Record(json)));

    [Theory]
    [InlineData("Đinh Thị Ổi", "Dinh-Thi-Oi", "Đinh-Thị-Ổi")]
    [InlineData("đỗ ưỡng", "do-uong", "đỗ-ưỡng")]
    [InlineData("H'Lŏng Ê\u0306ban", "H-Long-Eban", "H-Lŏng-Ê\u0306ban")]
    [InlineData("Lê  Văn   B", "Le-Van-B", "Lê-Văn-B")]
    [InlineData("../../etc/passwd", "etc-passwd", "etc-passwd")]
    [InlineData("..\\..\\windows", "windows", "windows")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j", "a-b-c-d-e-f-g-h-i-j")]
    [InlineData("-- An --", "An", "An")]
    [InlineData("An.", "An", "An")]
    [InlineData("An; rm -rf ~ & $(ls) `id`", "An-rm-rf-ls-id", "An-rm-rf-ls-id")]
    [InlineData("%2e%2e%2f", "2e-2e-2f", "2e-2e-2f")]
    public static void A_file_name_is_letters_digits_and_hyphens(string name, string ascii, string full)
    {
        var record = Named(name);

        Assert.Equal($"Phieu-muon-sach-{ascii}", RecordTitle.AsciiFileName(record));
        Assert.Equal($"Phiếu-mượn-sách-{full}", RecordTitle.FileName(record));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("..")]
    [InlineData("...///")]
    [InlineData("\"'<>")]
    public static void A_name_of_nothing_but_signs_leaves_no_trace(string name)
    {
        Assert.Equal("Phieu-muon-sach", RecordTitle.AsciiFileName(Named(name)));
        Assert.Equal("Phiếu-mượn-sách", RecordTitle.FileName(Named(name)));
    }

    [Fact]
    public static void A_date_in_a_file_name_is_its_year()
    {
        var form = TestEditions.Form with { FileName = ["ngayLap"] };

        var record = Composed.Record(form, """{ "ngayLap": "2002-02-05" }""");

        Assert.Equal("Phieu-muon-sach-2002", RecordTitle.AsciiFileName(record));
    }

    [Theory]
    [InlineData("a", 80)]
    [InlineData("ế", 80)]
    [InlineData("a ", 79)]
    public static void A_long_file_name_is_cut_and_does_not_end_with_a_hyphen(string letters, int longest)
    {
        var record = Long(string.Concat(Enumerable.Repeat(letters, 180))[..180]);

        Assert.All([RecordTitle.AsciiFileName(record), RecordTitle.FileName(record)], name =>
        {
            Assert.InRange(name.Length, longest - 1, longest);
            Assert.NotEqual('-', name[^1]);
        });
    }

    [Fact]
    public static void A_long_file_name_is_not_cut_between_a_letter_and_its_mark()
    {
        for (var length = 50; length <= 62; length++)
        {
            var name = new string('n', length) + string.Concat(Enumerable.Repeat("Ơ\u0306", 30));

            Assert.NotEqual('Ơ', RecordTitle.FileName(Long(name))[^1]);
        }
    }

    [Fact]
    public static void Any_name_gives_a_name_that_every_file_system_takes() =>
        Gen.Char[' ', '\u1EF9'].Array[0, 80].Select(letters => new string(letters)).Sample(
            name =>
            {
                var json = new JsonObject { ["nguoiMuon"] = name }.ToJsonString();
                if (TestEditions.Check(json).Value is not { } record)
                    return;

                Assert.Matches("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", RecordTitle.AsciiFileName(record));
                var full = RecordTitle.FileName(record);
                Assert.True(full.IsNormalized(NormalizationForm.FormC));
                Assert.DoesNotContain("--", full, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"[/\\:*?""<>|.%'\s]", full);
            },
            iter: 2000);

    private static FormRecord Named(string name) =>
        TestEditions.Record(new JsonObject { ["nguoiMuon"] = name }.ToJsonString());

    /// <summary>With a field in its file name that may be longer than a file name.</summary>
    private static FormRecord Long(string name) => Composed.Record(
        TestEditions.Form with { FileName = ["thuThu"] }, new JsonObject { ["thuThu"] = name }.ToJsonString());
}
