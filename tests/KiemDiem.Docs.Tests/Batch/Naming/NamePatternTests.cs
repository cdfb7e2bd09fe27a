using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Forms;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Naming;

public static class NamePatternTests
{
    private const string Full = """
        {
            "namKiemDiem": 2002, "tenThuVien": "Cây Bàng", "ngayLap": "2002-02-05", "nguoiMuon": "Đinh Thị Ổi",
            "ngaySinh": "1990", "tinhTrang": "conMoi", "lyDoMuon": ["Đọc.", "Kể lại."]
        }
        """;

    public static TheoryData<string> Samples =>
        [.. SampleFiles.All.Select(file => Path.GetRelativePath(Repository.Samples, file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public static void A_record_of_a_batch_is_named_as_a_single_file_in_the_folder_of_its_unit(string sample)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Samples, sample));
        var record = Engine.Renderer.Check(bytes).ValueOrThrow();
        var single = RecordTitle.FileName(record);

        using var json = JsonDocument.Parse(bytes);
        var parts = NamePattern.Parse(NamePattern.Default, Engine.Renderer.Forms)
            .NameOf(json.RootElement, record.Form, 1).Split('/');

        Assert.Equal(3, parts.Length);
        Assert.Matches("^([0-9]{4}|khong-ro-nam)$", parts[0]);
        if (Encoding.UTF8.GetByteCount(single) <= 106)
            Assert.Equal(single, parts[2]);
        else
            Assert.StartsWith(parts[2], single, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{nam}/{donVi}/{tenTep}", "2002/Cây-Bàng/Phiếu-mượn-sách-2002-Đinh-Thị-Ổi")]
    [InlineData("{doiTuong} ({nam})", "Đinh-Thị-Ổi (2002)")]
    [InlineData("{mau}/{phienBan}/{so:6}", "phieu-muon-sach/2001/000042")]
    [InlineData("{so}", "42")]
    [InlineData("{so:1}", "42")]
    [InlineData("Hồ sơ/{ngayLap}_{ngaySinh}", "Hồ sơ/2002-02-05_1990")]
    [InlineData("{tinhTrang}", "Còn-mới")]
    [InlineData("{lyDoMuon}", "Đọc-Kể-lại")]
    [InlineData("Ho\u0302\u0300 so\u031B", "Hồ sơ")]
    public static void A_pattern_is_filled_with_what_the_record_says(string pattern, string name) =>
        Assert.Equal(name, NameOf(pattern, Full));

    [Theory]
    [InlineData("{nam}/{donVi}/{tenTep}", "2002/Cay-Bang/Phieu-muon-sach-2002-Dinh-Thi-Oi")]
    [InlineData("Hồ sơ/{tinhTrang}", "Ho so/Con-moi")]
    public static void On_demand_names_are_ASCII(string pattern, string name) =>
        Assert.Equal(name, NameOf(pattern, Full, ascii: true));

    [Theory]
    [InlineData("{nam}/{donVi}/{tenTep}", "khong-ro-nam/khong-ro-don-vi/Phiếu-mượn-sách")]
    [InlineData("{so}-{nguoiMuon}-{nam}", "42-khong-ro-nam")]
    [InlineData("{nguoiMuon}-{thuThu}-{so}", "42")]
    [InlineData("{so}_{nguoiMuon}", "42")]
    [InlineData("{so} ({nguoiMuon}) {mau}", "42 phieu-muon-sach")]
    [InlineData("{so} ({nguoiMuon})", "42")]
    [InlineData("{so} [{nguoiMuon}]", "42")]
    [InlineData("Phiếu {nguoiMuon}, số {so}", "Phiếu, số 42")]
    [InlineData("{nguoiMuon}/{thuThu}/{so}", "42")]
    [InlineData("{so}/{nguoiMuon}", "42/000042")]
    public static void A_value_that_is_missing_leaves_no_gap(string pattern, string name) =>
        Assert.Equal(name, NameOf(pattern, "{}"));

    [Theory]
    [InlineData("""{ "namKiemDiem": "2002", "nguoiMuon": 5, "tenThuVien": null }""")]
    [InlineData("""{ "namKiemDiem": 20022, "nguoiMuon": "\ud800", "tenThuVien": "" }""")]
    [InlineData("""{ "namKiemDiem": 2002.5, "nguoiMuon": ["An"], "tenThuVien": {} }""")]
    [InlineData("""{ "namKiemDiem": 1e99, "nguoiMuon\ud800": "An", "\udc00tenThuVien": "B" }""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("\"An\"")]
    public static void A_broken_record_is_named_by_what_can_be_read(string json) =>
        Assert.Equal("khong-ro-nam/khong-ro-don-vi/Phiếu-mượn-sách", NameOf(NamePattern.Default, json));

    [Fact]
    public static void A_record_of_no_form_is_named_by_its_number()
    {
        using var json = JsonDocument.Parse(Full);

        var pattern = NamePattern.Parse(NamePattern.Default, TestEditions.Renderer.Forms);

        Assert.Equal("khong-ro-nam/khong-ro-don-vi/000042", pattern.NameOf(json.RootElement, null, 42));
        Assert.Equal("khong-ro-nam/khong-ro-don-vi/000042", pattern.NameOf(default, null, 42));
        Assert.Equal("khong-ro-nam/khong-ro-don-vi/Phiếu-mượn-sách", pattern.NameOf(default, TestEditions.Form, 42));
    }

    [Fact]
    public static void A_field_that_only_another_edition_has_is_missing_in_this_one()
    {
        var newer = TestEditions.Renderer.Forms.EditionsOf(TestEditions.FormId)[1];

        Assert.Equal("2006/khong-ro-don-vi/An", NameOf(
            "{nam}/{donVi}/{nguoiMuon}-{thuThu}",
            """{ "ngayLap": "2006-03", "nguoiMuon": "An", "thuThu": "Bình" }""",
            form: newer));
    }

    [Theory]
    [InlineData("a/b", "a-b")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("C:\\\\Windows", "C-Windows")]
    [InlineData("An\\nB\\u2028C\\tD", "An-B-C-D")]
    [InlineData("Nguy\u1EC5n V\u01A3 H\u200Bà", "Nguyễn-Vư-Hà")]
    [InlineData("=cmd|calc", "cmd-calc")]
    public static void A_value_makes_no_folder_and_nothing_but_a_name(string value, string name) =>
        Assert.Equal(name, NameOf("{nguoiMuon}", $$"""{ "nguoiMuon": "{{value}}" }"""));

    [Theory]
    [InlineData("", "phần trống")]
    [InlineData("/{so}", "phần trống")]
    [InlineData("{so}/", "phần trống")]
    [InlineData("a//{so}", "phần trống")]
    [InlineData("../{so}", "phần trống")]
    [InlineData("./{so}", "phần trống")]
    [InlineData("-/{so}", "phần trống")]
    [InlineData("{hoTenBa}", "\"hoTenBa\" mà không mẫu văn bản nào có")]
    [InlineData("{}", "\"\" mà không mẫu văn bản nào có")]
    [InlineData("{Nam}", "\"Nam\" mà không mẫu văn bản nào có")]
    [InlineData("{nam:4}", "độ rộng")]
    [InlineData("{so:0}", "độ rộng")]
    [InlineData("{so:13}", "độ rộng")]
    [InlineData("{so:}", "độ rộng")]
    [InlineData("{so:-1}", "độ rộng")]
    [InlineData("{so", "không đi thành cặp")]
    [InlineData("so}", "không đi thành cặp")]
    [InlineData("{s{so}}", "không đi thành cặp")]
    [InlineData("{a/b}", "không đi thành cặp")]
    [InlineData("a\\{so}", "Windows không nhận")]
    [InlineData("C:{so}", "Windows không nhận")]
    [InlineData("{so}?", "Windows không nhận")]
    [InlineData("{so}\u202Efdp", "Windows không nhận")]
    [InlineData("{so}\n", "Windows không nhận")]
    [InlineData("{so}/a/a/a/a/a/a/a/a", "cấp thư mục")]
    public static void What_could_not_name_files_is_refused_before_anything_is_read(string pattern, string reason)
    {
        var refusal = Assert.Throws<BadNamePatternException>(
            () => NamePattern.Parse(pattern, TestEditions.Renderer.Forms));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_pattern_of_great_length_or_of_half_a_letter_is_refused()
    {
        Assert.Throws<BadNamePatternException>(() => NamePattern.Parse(new string('a', 501), Engine.Renderer.Forms));
        Assert.Throws<BadNamePatternException>(() => NamePattern.Parse("a\uD800", Engine.Renderer.Forms));
    }

    private static string NameOf(string pattern, string json, bool ascii = false, FormDefinition? form = null)
    {
        using var record = JsonDocument.Parse(json);
        return NamePattern.Parse(pattern, TestEditions.Renderer.Forms, ascii)
            .NameOf(record.RootElement, form ?? TestEditions.Form, 42);
    }
}
