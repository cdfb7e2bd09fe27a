using System.Text.Json;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public static class ArchiveFactsTests
{
    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Fact]
    public static void A_personal_review_speaks_for_its_writer_and_for_no_body() => Assert.Equal(
        new ArchiveEntry
        {
            Nam = 2022,
            DonVi = "Trường Tiểu học Hòa Bình",
            DoiTuong = "Nguyễn Văn An",
            NgaySinh = "1978-04-05",
            KiemDiemHangNam = true,
            TenLoai = "Bản kiểm điểm cá nhân",
            TrichYeu = "Năm 2022, Nguyễn Văn An",
            NgayVanBan = "2022-12-02",
            NguoiKy = "Nguyễn Văn An",
            SoTrang = 3,
        },
        Of("ban-kiem-diem-ca-nhan"));

    [Fact]
    public static void The_report_of_a_collective_is_issued_and_signed() => Assert.Equal(
        new ArchiveEntry
        {
            Nam = 2022,
            DonVi = "Đảng ủy xã Hòa Bình",
            DoiTuong = "Ban Thường vụ Đảng ủy xã Hòa Bình",
            TenLoai = "Báo cáo kiểm điểm tập thể",
            TrichYeu = "Năm 2022, Ban Thường vụ Đảng ủy xã Hòa Bình",
            NgayVanBan = "2022-12-02",
            CoQuanBanHanh = "Đảng ủy xã Hòa Bình",
            NguoiKy = "Nguyễn Văn An",
            ChucVuNguoiKy = "Bí thư",
            SoTrang = 3,
        },
        Of("bao-cao-kiem-diem-tap-the"));

    [Fact]
    public static void A_request_for_an_opinion_goes_to_somebody() => Assert.Equal(
        new ArchiveEntry
        {
            Nam = 2022,
            DonVi = "Trung tâm Y tế huyện Tân Phong",
            DoiTuong = "Nguyễn Thị Hạnh",
            TenLoai = "Phiếu xin ý kiến",
            TrichYeu = "Chi ủy nơi cư trú, Nguyễn Thị Hạnh",
            NgayVanBan = "2022-11-07",
            CoQuanBanHanh = "Đảng ủy (Chi ủy) Trung tâm Y tế huyện",
            NguoiKy = "Trần Văn Minh",
            ChucVuNguoiKy = "Bí thư",
            NoiNhan = "Chi ủy Chi bộ thôn Đông Thành, Đảng bộ xã Hòa Bình",
            SoTrang = 3,
        },
        Of("phieu-xin-y-kien"));

    [Fact]
    public static void An_opinion_is_that_of_the_party_cell() => Assert.Equal(
        new ArchiveEntry
        {
            Nam = 2022,
            DonVi = "thôn Đông Thành",
            DoiTuong = "Nguyễn Thị Hạnh",
            TenLoai = "Phiếu nhận xét",
            TrichYeu = "đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú, "
                + "Nguyễn Thị Hạnh",
            NgayVanBan = "2022-11-21",
            CoQuanBanHanh = "Chi bộ thôn Đông Thành",
            NguoiKy = "Hoàng Văn Sơn",
            SoTrang = 3,
        },
        Of("phieu-nhan-xet"));

    /// <summary>What is fixed in the form is told; everything else is left empty, and nothing is made up.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void A_blank_form_tells_what_it_is_and_nothing_else(string form)
    {
        var definition = Engine.Form(form);
        var blank = Engine.Renderer.Check("{}"u8.ToArray(), form, definition.Edition.Id).ValueOrThrow();
        var fixedWords = definition.LuuTru.TrichYeu.Where(part => !part.Contains('{', StringComparison.Ordinal));

        Assert.Equal(
            new ArchiveEntry
            {
                TenLoai = definition.LuuTru.TenLoai,
                KiemDiemHangNam = definition.LuuTru.KiemDiemHangNam,
                TrichYeu = fixedWords.SingleOrDefault(),
            },
            ArchiveFacts.Of(blank, null));
    }

    [Theory]
    [InlineData("2022-12-02", "2022-12-02")]
    [InlineData("2022-12", "2022-12")]
    [InlineData("2022", "2022")]
    public static void A_date_is_told_as_far_as_it_is_known(string date, string told)
    {
        var json = Sample("ban-kiem-diem-ca-nhan");
        json["ngayLap"] = date;
        json["ngaySinh"] = date;

        var entry = ArchiveFacts.Of(Engine.Record(json), null);

        Assert.Equal(told, entry.NgayVanBan);
        Assert.Equal(told, entry.NgaySinh);
    }

    [Fact]
    public static void An_entry_goes_through_JSON_unchanged()
    {
        var entry = Of("phieu-xin-y-kien");

        Assert.Equal(entry, JsonSerializer.Deserialize<ArchiveEntry>(JsonSerializer.Serialize(entry)));
    }

    private static ArchiveEntry Of(string form) => ArchiveFacts.Of(Engine.Record(Sample(form)), 3);

    /// <summary>The filled example of a form.</summary>
    private static JsonObject Sample(string form) => RecordSample.Filled(Engine.Form(form));
}
