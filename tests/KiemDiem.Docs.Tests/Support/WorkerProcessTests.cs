namespace KiemDiem.Docs.Tests.Support;

/// <summary>What tests of crashes do to a process really happens to it.</summary>
public static class WorkerProcessTests
{
    private const int Killed = 128 + 9;

    private static readonly Dictionary<string, string?> AsItIs = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task What_it_says_and_how_it_ends_is_seen()
    {
        using var process = WorkerProcess.Start(AsItIs, "forms");
        var code = await process.WaitForExitAsync(Patience, Stop);

        Assert.Equal(0, code);
        Assert.Contains("ban-kiem-diem-ca-nhan", process.Said, StringComparison.Ordinal);
    }

    [Fact]
    public static void Killed_it_is_gone_at_once()
    {
        using var process = Waiting();

        process.Kill9();

        Assert.True(process.HasExited);
        Assert.Equal(Killed, process.ExitCode);
    }

    [Fact]
    public static async Task Frozen_it_does_nothing_until_it_is_woken()
    {
        using var process = Waiting();

        process.Freeze();
        Assert.True(process.IsFrozen);
        process.Wake();

        await process.WaitForAsync(() => !process.IsFrozen, Patience, Stop);
    }

    [Fact]
    public static async Task To_wait_for_one_that_has_ended_fails_with_what_it_said()
    {
        using var process = WorkerProcess.Start(AsItIs, "rendr");

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => process.WaitForAsync(() => false, Patience, Stop));

        Assert.Contains("rendr", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Reads a record from its standard input, which nobody ever writes.</summary>
    private static WorkerProcess Waiting() => WorkerProcess.Start(AsItIs, "check", "-");
}
