using System.Diagnostics;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>What a run of the tests leaves is cleared up, also by a run that was killed.</summary>
public static class JanitorTests
{
    [Fact]
    public static void What_a_run_leaves_is_cleared_up()
    {
        var folder = Directory.CreateTempSubdirectory("kiemdiem-test-it's-");
        File.WriteAllText(Path.Combine(folder.FullName, "a"), "a");
        using var process = Sleep();
        var janitor = new Janitor();
        janitor.Kill(process.Id);
        janitor.Delete(folder.FullName);

        janitor.Dispose();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.False(Directory.Exists(folder.FullName));
    }

    [Fact]
    public static void What_a_test_cleared_up_itself_is_left_alone()
    {
        using var folder = new TempFolder();
        using var process = Sleep();
        var janitor = new Janitor();
        janitor.Kill(process.Id).Dispose();
        janitor.Delete(folder.Path).Dispose();

        janitor.Dispose();

        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(0.2)));
        Assert.True(Directory.Exists(folder.Path));
        process.Kill();
    }

    private static Process Sleep() => Process.Start("sleep", "60");
}
