using System.Diagnostics;
using System.Globalization;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// The command kiemdiem as a process of its own that a test may kill, freeze and wake. It does not outlive the run.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptLines = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly IDisposable killing;
    private readonly Lock reading = new();
    private readonly Queue<string> lines = new();

    private WorkerProcess(Process process)
    {
        this.process = process;
        killing = Janitor.OfRun.Kill(process.Id);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>The letter after the name in brackets, of every thread.</summary>
    public bool IsFrozen => Directory.GetDirectories($"/proc/{Id}/task").All(thread =>
    {
        var line = File.ReadAllText(Path.Combine(thread, "stat"));
        return line[line.LastIndexOf(')') + 2] == 'T';
    });

    /// <summary>137, which is 128 + 9, after a kill.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>The last lines that it wrote, on both streams, as they came.</summary>
    public string Said
    {
        get
        {
            lock (reading)
                return string.Join('\n', lines);
        }
    }

    /// <param name="environment">On top of that of the tests; null takes a variable away.</param>
    /// <param name="arguments">Of kiemdiem.</param>
    public static WorkerProcess Start(
        IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Repository.Command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new WorkerProcess(Process.Start(start)!);
    }

    public Task WaitForLineAsync(string part, TimeSpan patience, CancellationToken cancelled) => WaitAsync(
        () => Task.FromResult(Said.Contains(part, StringComparison.Ordinal)), $"no \"{part}\"", patience, cancelled);

    /// <summary>Waits until something is so; a process that ends before fails the test.</summary>
    public Task WaitForAsync(Func<bool> condition, TimeSpan patience, CancellationToken cancelled) => WaitAsync(
        () => Task.FromResult(condition()), "what was waited for did not come", patience, cancelled);

    public async Task<int> WaitForExitAsync(TimeSpan patience, CancellationToken cancelled)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        enough.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            Assert.Fail($"The process did not end; it said:\n{Said}");
        }

        return process.ExitCode;
    }

    /// <summary>As a power cut, but for what the operating system has in hand; gone when this returns.</summary>
    public void Kill9()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>As a machine that hangs: its connections stay, it does nothing from when this returns.</summary>
    public void Freeze()
    {
        Signal("STOP");
        Assert.True(SpinWait.SpinUntil(() => IsFrozen, TimeSpan.FromSeconds(10)), "The process did not stop.");
    }

    public void Wake() => Signal("CONT");

    /// <summary>As Ctrl+C does.</summary>
    public void Interrupt() => Signal("INT");

    public void Dispose()
    {
        if (!process.HasExited)
            Kill9();
        killing.Dispose();
        process.Dispose();
    }

    /// <summary>The shell has its own kill; the program of that name is in a package that may be missing.</summary>
    private void Signal(string name) => Tool.Run(
        "sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process.Id}")]);

    private async Task WaitAsync(
        Func<Task<bool>> condition, string otherwise, TimeSpan patience, CancellationToken cancelled)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.False(process.HasExited, $"The process ended: {otherwise}; it said:\n{Said}");
            Assert.True(Stopwatch.GetElapsedTime(since) < patience, $"{otherwise}; the process said:\n{Said}");
            await Task.Delay(Look, cancelled);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (reading)
        {
            lines.Enqueue(line);
            if (lines.Count > KeptLines)
                lines.Dequeue();
        }
    }
}
