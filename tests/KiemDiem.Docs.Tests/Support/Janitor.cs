using System.Diagnostics;
using System.Globalization;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// Clears up after a run of the tests that could not do it itself: a shell beside it, which reads what there is to do
/// and does it when its input ends. The kernel closes that, however the run dies.
/// </summary>
internal sealed class Janitor : IDisposable
{
    // Numbered lines to do; a number alone takes its line back. The last thing made is the first to go. In a session
    // of its own, for an interrupt or a kill of the run's process group is what it is there for.
    private const string Script =
        """
        exec >/dev/null 2>&1
        declare -A chores
        while read -r number chore; do
          if [ -n "$chore" ]; then chores[$number]=$chore; else unset "chores[$number]"; fi
        done
        for number in $(printf '%s\n' "${!chores[@]}" | sort -rn); do eval "${chores[$number]}"; done
        """;

    private static readonly Lazy<Janitor> Shared = new(() => new Janitor());

    private readonly Process shell = Process.Start(
        new ProcessStartInfo("setsid", ["bash", "-c", Script]) { RedirectStandardInput = true })!;

    private readonly Lock writing = new();

    private int last;

    /// <summary>The one of this run.</summary>
    public static Janitor OfRun => Shared.Value;

    /// <summary>Kill a process at the end of the run, unless what is returned is disposed of before.</summary>
    public IDisposable Kill(int process) => Note(string.Create(CultureInfo.InvariantCulture, $"kill -9 {process}"));

    /// <summary>Delete a folder, and wait for those that still write into it.</summary>
    public IDisposable Delete(string folder) =>
        Note($"for i in 1 2 3 4 5; do rm -rf {Quoted(folder)} && break; sleep 1; done");

    /// <summary>Take a mounted folder off.</summary>
    public IDisposable Unmount(string command, string folder) => Note($"{command} {Quoted(folder)}");

    /// <summary>Lets it do what is left.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }

    private static string Quoted(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private Chore Note(string command)
    {
        var number = Interlocked.Increment(ref last);
        Tell($"{number} {command}");
        return new Chore(() => Tell($"{number}"));
    }

    private void Tell(string line)
    {
        lock (writing)
        {
            shell.StandardInput.WriteLine(line);
            shell.StandardInput.Flush();
        }
    }

    private sealed class Chore(Action takeBack) : IDisposable
    {
        public void Dispose() => takeBack();
    }
}
