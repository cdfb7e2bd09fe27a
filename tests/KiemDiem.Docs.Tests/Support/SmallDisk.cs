using System.Diagnostics;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// A file system in memory of a few MiB, which is really full when it is: it answers as a full disk does. Only root may
/// mount one; others need sudo without a password, as tests/run.sh does.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly string[] AsRoot = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];

    private readonly TempFolder folder = new();
    private readonly IDisposable unmounting;

    public SmallDisk(int mebibytes)
    {
        var (code, said) = Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=0777", "kiemdiem-test", Path);
        Assert.True(code == 0, $"A test of a full disk must mount one, as root or by sudo: {said}");
        unmounting = Janitor.OfRun.Unmount(string.Join(' ', [.. AsRoot, "umount", "-l"]), Path);
    }

    public string Path => folder.Path;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes all the room that is left, but for some.</summary>
    /// <returns>The file that takes it: to delete it is to mend the disk.</returns>
    public string Fill(int butKibibytes = 0)
    {
        var ballast = File("ballast");
        var left = new DriveInfo(Path).AvailableFreeSpace - (butKibibytes * 1024L);
        using var file = new FileStream(ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        var block = new byte[64 * 1024];
        try
        {
            for (; left > 0; left -= block.Length)
                file.Write(block.AsSpan(0, (int)Math.Min(left, block.Length)));
        }
        catch (IOException) when (butKibibytes == 0)
        {
            // Somebody else was faster: it is full.
        }

        return ballast;
    }

    /// <summary>A process that still writes there does not keep the mount in the way of others.</summary>
    public void Dispose()
    {
        var (code, said) = Run("umount", "-l", Path);
        Assert.True(code == 0, said);
        unmounting.Dispose();
        folder.Dispose();
    }

    private static (int Code, string Said) Run(params string[] words)
    {
        string[] all = [.. AsRoot, .. words];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
