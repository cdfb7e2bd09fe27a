namespace KiemDiem.Docs.Tests.Support;

/// <summary>The disk that tests fill is a real one.</summary>
public static class SmallDiskTests
{
    /// <summary>Of Linux: no space left on device.</summary>
    private const int NoSpace = 28;

    [Fact]
    public static void A_full_disk_says_so_and_is_good_again_when_it_is_mended()
    {
        using var disk = new SmallDisk(mebibytes: 1);
        var ballast = disk.Fill();

        var full = Assert.Throws<IOException>(() => File.WriteAllBytes(disk.File("a"), new byte[10_000]));
        File.Delete(ballast);
        File.WriteAllBytes(disk.File("a"), new byte[10_000]);

        Assert.Equal(NoSpace, full.HResult);
    }

    [Fact]
    public static void Some_room_may_be_left()
    {
        using var disk = new SmallDisk(mebibytes: 1);
        disk.Fill(butKibibytes: 100);

        File.WriteAllBytes(disk.File("a"), new byte[90 * 1024]);

        Assert.Throws<IOException>(() => File.WriteAllBytes(disk.File("b"), new byte[20 * 1024]));
    }

    [Fact]
    public static void It_goes_with_its_test()
    {
        string path;
        using (var disk = new SmallDisk(mebibytes: 1))
        {
            path = disk.Path;
            Assert.Contains(path, File.ReadAllText("/proc/self/mounts"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(path, File.ReadAllText("/proc/self/mounts"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(path));
    }
}
