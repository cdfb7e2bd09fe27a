using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Batch.Zips;
using KiemDiem.Docs.Tests.Batch.Results;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Zips;

public static class ZipTests
{
    private const int Many = 70_000;

    /// <summary>Names, number and sums as Python's zipfile finds them.</summary>
    private const string Read = """
        import sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        names = z.namelist()
        assert all(i.date_time == (1980, 1, 1, 0, 0, 0) and i.compress_type == 0 for i in z.infolist())
        assert all(i.flag_bits == 0x800 and i.create_system == 3 for i in z.infolist())
        print(len(names), names[0], names[-1])
        """;

    /// <summary>Whoever changes it makes every ZIP file of every batch another one.</summary>
    private const string Pinned = "a0f5c68e59325ddccdae154754dae26aac8541f6f6134b04345892079464ccd5";

    private static readonly (string Path, byte[] Bytes)[] Few =
    [
        ("2022/Chi bộ/Ổi.pdf", [.. "abc"u8]),
        ("b.pdf", []),
        ("a.pdf", [.. Enumerable.Range(0, 3_000_000).Select(number => (byte)(number / 7))]),
    ];

    [Fact]
    public static void The_bytes_are_those_of_the_files_and_their_order()
    {
        var zip = Chunk(Few);

        Assert.Equal(Pinned, Convert.ToHexStringLower(SHA256.HashData(zip)));
        Assert.NotEqual(zip, Chunk([.. Few.Reverse()]));
    }

    [Fact]
    public static void Every_file_comes_out_again_in_the_order_it_went_in()
    {
        using var zip = new ZipArchive(new MemoryStream(Chunk(Few)));

        Assert.Equal(Few.Select(file => file.Path), zip.Entries.Select(entry => entry.FullName));
        foreach (var (file, entry) in Few.Zip(zip.Entries))
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            Assert.Equal(file.Bytes, content.ToArray());
        }
    }

    [Fact]
    public static void Other_programs_read_it()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.zip"), Chunk(Few));

        Assert.Equal("3 2022/Chi bộ/Ổi.pdf a.pdf\n", Tool.Run("python3", ["-c", Read, folder.File("a.zip")]));
        Assert.Contains(
            "No errors detected", Tool.Run("unzip", ["-t", folder.File("a.zip")]), StringComparison.Ordinal);
    }

    [Fact]
    public static void Nothing_in_it_is_no_mistake()
    {
        using var zip = new ZipArchive(new MemoryStream(Chunk([])));

        Assert.Empty(zip.Entries);
    }

    [Fact]
    public static async Task A_stream_of_files_is_the_same_ZIP_file()
    {
        using var target = new MemoryStream();

        await ZipStream.WriteAsync(
            new Dribble(target, 1), Items(Few), new MemoryStream(), TestContext.Current.CancellationToken);

        Assert.Equal(Chunk(Few), target.ToArray());
    }

    [Fact]
    public static async Task More_files_than_the_old_format_can_count_are_read_by_others()
    {
        using var folder = new TempFolder();
        var files = Enumerable.Range(1, Many).Select(Name).Select(name => (name, Encoding.UTF8.GetBytes(name)));

        await using (var target = File.Create(folder.File("a.zip")))
        await using (var directory = File.Create(folder.File("directory")))
        {
            await ZipStream.WriteAsync(
                new Dribble(target, 1), Items(files), directory, TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            $"{Many} {Name(1)} {Name(Many)}\n", Tool.Run("python3", ["-c", Read, folder.File("a.zip")]));
        Assert.Contains($"{Many} files", Tool.Run("unzip", ["-l", folder.File("a.zip")]), StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(folder.File("a.zip"));
        Assert.Equal(Many, zip.Entries.Count);
    }

    [Fact]
    public static async Task A_file_that_becomes_shorter_meanwhile_is_told()
    {
        using var shrinking = new Shrinking();
        var items = new[] { new ZipItem("a.pdf", _ => Task.FromResult<Stream>(shrinking)) }.ToAsyncEnumerable();

        await Assert.ThrowsAsync<EndOfStreamException>(() => ZipStream.WriteAsync(
            Stream.Null, items, new MemoryStream(), TestContext.Current.CancellationToken));
    }

    /// <summary>Above 4 GiB the numbers move into the ZIP64 fields; no such file has to be there for that.</summary>
    [Fact]
    public static void Lengths_and_places_beyond_4_GiB_stand_in_the_ZIP64_fields()
    {
        const long Large = 5_000_000_000;
        var layout = new ZipLayout();

        var (local, first) = layout.Add("a", Large, 1);
        var (_, second) = layout.Add("b", 7, 2);
        var end = layout.End();

        Assert.Equal(30 + 1 + 20, local.Length);
        Assert.Equal(Large, BitConverter.ToInt64(local, 35));
        Assert.Equal(Large, BitConverter.ToInt64(local, 43));
        Assert.Equal(uint.MaxValue, BitConverter.ToUInt32(local, 18));
        Assert.Equal(46 + 1 + 20, first.Length);
        Assert.Equal(Large, BitConverter.ToInt64(first, 51));
        Assert.Equal(46 + 1 + 12, second.Length);
        Assert.Equal(Large + local.Length, BitConverter.ToInt64(second, 51));
        Assert.Equal(7u, BitConverter.ToUInt32(second, 20));
        Assert.Equal(56 + 20 + 22, end.Length);
        Assert.Equal(Large + local.Length + 31 + 7, BitConverter.ToInt64(end, 48));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"2022/tệp-{number}.pdf");

    private static byte[] Chunk(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var target = new MemoryStream();
        var zip = new ChunkZip(new Dribble(target, 1));
        foreach (var (path, bytes) in files)
            zip.Add(path, bytes);
        zip.Complete();
        return target.ToArray();
    }

    private static IAsyncEnumerable<ZipItem> Items(IEnumerable<(string Path, byte[] Bytes)> files) => files
        .Select(file => new ZipItem(file.Path, _ => Task.FromResult<Stream>(new MemoryStream(file.Bytes))))
        .ToAsyncEnumerable();

    /// <summary>Two megabytes when it is summed, half a megabyte when it is copied.</summary>
    private sealed class Shrinking : MemoryStream
    {
        public Shrinking()
            : base(new byte[2_000_000])
        {
        }

        public override long Position
        {
            get => base.Position;
            set
            {
                base.Position = value;
                SetLength(500_000);
            }
        }
    }
}
