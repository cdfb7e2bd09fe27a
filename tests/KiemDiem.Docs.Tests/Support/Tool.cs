using System.Diagnostics;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>Runs a command-line tool; tests/run.sh sees to it that the tools are there.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <returns>What it printed. A tool that fails fails the test with what it said.</returns>
    public static string Run(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder ?? string.Empty,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), $"{command} did not end.");
        Assert.True(process.ExitCode == 0, $"{command} failed: {errors.Result}");
        return output;
    }
}
