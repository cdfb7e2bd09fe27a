using System.Diagnostics;
using KiemDiem.Docs.Cli;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>Ctrl-C, and what a service manager sends.</summary>
public static class StopTests
{
    [Fact]
    public static void A_stopped_run_ends_with_130_and_writes_no_further_file()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Good);

        var run = CommandRun.On(
            Streams(new MemoryStream()), new CancellationToken(canceled: true), "render", file, "-o", scratch["kq"]);

        Assert.Equal(130, run.Code);
        Assert.Empty(scratch.Files("kq"));
        Assert.EndsWith("kiemdiem: Đã dừng theo yêu cầu.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_run_that_waits_for_standard_input_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var endless = new EndlessStream(stop);

        var run = CommandRun.On(Streams(endless), stop.Token, "check", "-");

        Assert.Equal(130, run.Code);
    }

    [Fact(Timeout = 60_000)]
    public static async Task A_signal_stops_the_process_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals on Windows.");
        var testStop = TestContext.Current.CancellationToken;
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Good);
        using var process = CommandRun.Start(new Dictionary<string, string>(), "check", file, "-");

        // The first record is told, so the process now waits for its standard input.
        Assert.Contains("hợp lệ", await process.StandardOutput.ReadLineAsync(testStop), StringComparison.Ordinal);
        // Not INT: where a shell started this run in the background, that is ignored by all its children.
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var error = await process.StandardError.ReadToEndAsync(testStop);
        await process.WaitForExitAsync(testStop);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Tổng cộng 2 tệp: 1 đạt, 0 có lỗi, 1 chưa làm.", error, StringComparison.Ordinal);
        Assert.EndsWith("kiemdiem: Đã dừng theo yêu cầu.\n", error, StringComparison.Ordinal);
    }

    private static Terminal Streams(Stream input) => new(input, new MemoryStream(), new MemoryStream());

    /// <summary>A terminal at which nobody types, until the run is stopped.</summary>
    private sealed class EndlessStream(CancellationTokenSource stop) : MemoryStream
    {
        private readonly ManualResetEventSlim never = new();

        public override int Read(Span<byte> buffer)
        {
            stop.Cancel();
            never.Wait(TimeSpan.FromSeconds(30));
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            never.Set();
            base.Dispose(disposing);
        }
    }
}
