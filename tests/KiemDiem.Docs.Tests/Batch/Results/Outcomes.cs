using System.Globalization;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Tests.Batch.Results;

/// <summary>Made-up results.</summary>
internal static class Outcomes
{
    public static ManifestHead Head { get; } = new(
        new ManifestProgram("0.1.0", "ab12"),
        new Dictionary<string, string> { ["name"] = "{nam}/{tenTep}", ["formats"] = "pdf,docx" });

    public static RecordResult Good { get; } = new(
        1,
        new SourcePlace("hồ sơ/năm 2022.csv", 2),
        "phieu-muon-sach",
        "2001",
        [
            new ResultFile("2022/Ổi.pdf", "pdf", 12_345, 2, new string('a', 64), null),
            new ResultFile("2022/Ổi.docx", "docx", 678, null, new string('b', 64), null),
        ],
        [],
        [Found.Missing(FieldPath.Root.Child("tenThuVien"), "Thư viện"), Found.Gha(FieldPath.Root.Child("nguoiMuon"))])
    {
        Archive = new ArchiveEntry { TenLoai = "Phiếu", Nam = 2002, DoiTuong = "Ổi", NgayVanBan = "2002-02-05" },
    };

    public static RecordResult Bad { get; } = new(
        2,
        new SourcePlace("=tệp, \"lạ\".csv", 7),
        null,
        null,
        [],
        [Found.NoForm(FieldPath.Root.Child("form")), Found.UnknownKey(FieldPath.Root.Child("a/b~,\"\n"), null)],
        []);

    public static RecordResult Zipped { get; } = Good with
    {
        Number = 3,
        Files = [new ResultFile("2022/Ổi-2.pdf", "pdf", 5, 1, new string('c', 64), "tep-000001.zip")],
        Warnings = [],
        Archive = null,
    };

    /// <summary>Longer than what the readers take at once.</summary>
    public static RecordResult Long { get; } = Good with
    {
        Number = 4,
        Warnings = [.. Enumerable.Range(0, 2000).Select(index => Found.Gha(FieldPath.Root.Item(index)))],
    };

    /// <summary>As many as wanted, every tenth of them failed.</summary>
    public static IEnumerable<RecordResult> Many(int count) => Enumerable.Range(1, count).Select(number =>
        (number % 10 == 0 ? Bad : Good) with
        {
            Number = number,
            Place = new SourcePlace("2022.ndjson", number),
            Edition = number.ToString(CultureInfo.InvariantCulture),
        });
}

/// <summary>A stream that only goes forward, and gives a few bytes at a time.</summary>
internal sealed class Dribble(Stream inner, int atOnce) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        inner.Read(buffer, offset, Math.Min(count, atOnce));

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
