namespace KiemDiem.Docs.Tests.Cli;

/// <summary>The command batch: what it refuses, what it goes on with.</summary>
public sealed class BatchResumeTests : IDisposable
{
    private readonly BatchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_with_anything_in_it_is_refused()
    {
        var source = folder.Put("a.ndjson", BatchFolder.Record(1));
        folder.Put("kq/cua-toi.txt", "x");

        var run = folder.Run(source);

        Assert.Equal(2, run.Code);
        Assert.Contains("không trống", run.Error, StringComparison.Ordinal);
        Assert.Equal(["cua-toi.txt"], folder.Files);
    }

    [Fact]
    public void To_go_on_with_nothing_is_to_start()
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1)), "--resume");

        Assert.Equal(0, run.Code);
        folder.CheckSums();
    }

    [Fact]
    public void What_is_finished_is_told_again_and_not_done_again()
    {
        var source = folder.Put("a.ndjson", BatchFolder.Record(1), Records.Bad);
        folder.Run(source);
        var written = File.GetLastWriteTimeUtc(Path.Combine(folder.Output, "manifest.csv"));

        var refused = folder.Run(source);
        var told = folder.Run(source, "--resume");

        Assert.Equal(2, refused.Code);
        Assert.Contains("--resume", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, told.Code);
        Assert.Contains("Tổng cộng 2 hồ sơ: 1 đạt, 1 có lỗi.", told.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(folder.Output, "manifest.csv")));
    }

    [Fact]
    public void Another_source_or_other_options_are_another_batch()
    {
        var source = folder.Put("a.ndjson", BatchFolder.Record(1));
        folder.Run(source);

        var otherOptions = folder.Run(source, "--resume", "--format", "docx");
        folder.Put("a.ndjson", BatchFolder.Record(2));
        var otherSource = folder.Run(source, "--resume");

        Assert.Equal((2, 2), (otherOptions.Code, otherSource.Code));
        Assert.Contains("khác lần chạy trước", otherOptions.Error, StringComparison.Ordinal);
        Assert.Contains("khác lần chạy trước", otherSource.Error, StringComparison.Ordinal);
        Assert.Single(folder.Files, file => file.EndsWith(".pdf", StringComparison.Ordinal));
    }

    /// <summary>Also where one chunk is all of it, and takes far longer than anybody waits.</summary>
    [Theory]
    [InlineData("--jobs", "1")]
    [InlineData("--zip", "3000")]
    public async Task Stopped_in_the_middle_it_ends_at_once_and_goes_on_later(params string[] options)
    {
        var source = folder.Put("a.ndjson", Enumerable.Range(1, 3000).Select(number => BatchFolder.Record(number)));
        using var stop = new CancellationTokenSource();
        var running = Task.Run(
            () => folder.Run(stop.Token, source, options), TestContext.Current.CancellationToken);
        await HasBegunAsync(running);
        var since = TimeProvider.System.GetTimestamp();
        await stop.CancelAsync();

        var stopped = await running;
        var took = TimeProvider.System.GetElapsedTime(since);
        Assert.Equal(130, stopped.Code);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Contains("--resume", stopped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("manifest.csv", folder.Files);

        var resumed = folder.Run(source, [.. options, "--resume"]);
        Assert.Equal(0, resumed.Code);
        Assert.Contains("3000 đạt", resumed.Error, StringComparison.Ordinal);
        folder.CheckSums();
    }

    [Fact]
    public void A_folder_in_which_another_works_is_left_to_it()
    {
        var source = folder.Put("a.ndjson", BatchFolder.Record(1));
        Directory.CreateDirectory(folder["kq/.kiemdiem"]);
        using var other = new FileStream(
            folder["kq/.kiemdiem/engine.lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var run = folder.Run(source, "--resume");

        Assert.Equal(2, run.Code);
        Assert.Contains("tiến trình khác", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_to_is_told_as_that()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write everywhere but here.");
        var source = folder.Put("a.ndjson", BatchFolder.Record(1));
        Directory.CreateDirectory(folder.Output);
        File.SetUnixFileMode(folder.Output, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = folder.Run(source);

        Assert.Equal(1, run.Code);
        Assert.Contains("nơi lưu", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The whole source was read, and the first record made.</summary>
    private async Task HasBegunAsync(Task running)
    {
        while (!running.IsCompleted
            && !Directory.Exists(folder["kq/2022"])
            && !(Directory.Exists(folder["kq/.kiemdiem/lo/in"]) && Scratching()))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(running.IsCompleted, "It was over too soon.");
    }

    /// <summary>A ZIP file grows aside.</summary>
    private bool Scratching() => Directory.Exists(folder["kq/.kiemdiem/scratch"])
        && Directory.EnumerateFiles(folder["kq/.kiemdiem/scratch"]).Sum(file => new FileInfo(file).Length) > 500_000
        && Directory.EnumerateFiles(folder["kq/.kiemdiem/lo/in"]).Any();
}
