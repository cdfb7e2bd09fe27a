using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;

namespace KiemDiem.Docs.Tests.Batch.Archive;

/// <summary>Results as a batch for an archive has them, without the work.</summary>
internal static class Entries
{
    public static string Sum { get; } = new('a', 64);

    public static ArchiveEntry Review(
        string name, int year = 2022, string unit = "Trường Tiểu học Hòa Bình", string? birth = "1978-04-05") => new()
        {
            Nam = year,
            DonVi = unit,
            DoiTuong = name,
            NgaySinh = birth,
            KiemDiemHangNam = true,
            TenLoai = "Bản kiểm điểm cá nhân",
            TrichYeu = string.Create(CultureInfo.InvariantCulture, $"Năm {year}, {name}"),
            NgayVanBan = string.Create(CultureInfo.InvariantCulture, $"{year}-12-02"),
            NguoiKy = name,
            SoTrang = 4,
        };

    public static ArchiveEntry Opinion { get; } = new()
    {
        Nam = 2022,
        DonVi = "Trường Tiểu học Hòa Bình",
        DoiTuong = "Nguyễn Thị Hạnh",
        TenLoai = "Phiếu xin ý kiến",
        TrichYeu = "Chi ủy nơi cư trú, Nguyễn Thị Hạnh",
        NgayVanBan = "2022-11-07",
        CoQuanBanHanh = "Đảng ủy (Chi ủy) Trung tâm Y tế huyện",
        NguoiKy = "Trần Văn Minh",
        ChucVuNguoiKy = "Bí thư",
        NoiNhan = "Chi ủy Chi bộ thôn Đông Thành, Đảng bộ xã Hòa Bình",
        SoTrang = 1,
    };

    public static ArchivedDocument Document(
        ArchiveEntry entry, long number = 1, string folder = "2022/Truong-Tieu-hoc-Hoa-Binh") => new(
            folder, string.Create(CultureInfo.InvariantCulture, $"van-ban-{number}.pdf"), Sum, number, entry);

    public static RecordResult Result(ArchivedDocument document) => new(
        document.Number,
        new SourcePlace("nguon.ndjson", document.Number),
        "to-khai",
        "2019",
        [new ResultFile($"{document.Folder}/{document.File}", BatchOptions.Pdf, 100, 4, document.Sha256, null)],
        [],
        [])
    {
        Archive = document.Entry,
    };

    public static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask;
        foreach (var item in items)
            yield return item;
    }

    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
