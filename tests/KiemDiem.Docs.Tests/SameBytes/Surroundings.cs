using System.Diagnostics;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.SameBytes;

/// <summary>What a process finds around itself, and must not care about.</summary>
/// <param name="Name">For people.</param>
/// <param name="Variables">Of the environment.</param>
/// <param name="Folder">Where it is started.</param>
/// <param name="Before">Words before the command: what starts it under another host name.</param>
internal sealed record Surroundings(
    string Name, IReadOnlyDictionary<string, string> Variables, string Folder, IReadOnlyList<string> Before)
{
    /// <summary>A day on which nobody has run this yet; also the end of a month, and almost that of a year.</summary>
    public const string FarDay = "2031-12-31 23:59:58";

    public static IReadOnlyList<Surroundings> All { get; } =
    [
        new("as it is in a bare shell", Variable(("LC_ALL", "C"), ("TZ", "UTC")), Repository.Root, []),
        new(
            "Vietnam, another folder and home",
            Variable(("LC_ALL", "vi_VN.UTF-8"), ("TZ", "Asia/Ho_Chi_Minh"), ("HOME", "/"), ("TMPDIR", "/var/tmp")),
            "/",
            []),
        new(
            "Turkish letters, half an hour off, no tiered compiler",
            Variable(("LC_ALL", "tr_TR.UTF-8"), ("TZ", "America/St_Johns"), ("DOTNET_TieredCompilation", "0")),
            Path.GetTempPath(),
            []),
        new(
            "another host and garbage collector",
            Variable(("HOSTNAME", OtherHost), ("DOTNET_gcServer", "1"), ("DOTNET_TieredPGO", "0")),
            Path.GetTempPath(),
            HostName),
        new("a far day", FarClock, Path.GetTempPath(), []),
    ];

    /// <summary>Whether this machine lets us fake its clock: Debian's package faketime.</summary>
    public static string? ClockLibrary { get; } = Directory.Exists("/usr/lib")
        ? Directory.GetDirectories("/usr/lib", "*-linux-gnu*")
            .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists)
        : null;

    private const string OtherHost = "may-khac";

    /// <summary>Timers stay true: only the time of day is faked.</summary>
    public static IReadOnlyDictionary<string, string> FarClock => Variable(
        ("LD_PRELOAD", ClockLibrary ?? string.Empty), ("FAKETIME", FarDay), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));

    /// <summary>A name of its own needs a namespace of its own, which not every container grants.</summary>
    private static string[] HostName => MayUnshare
        ? ["unshare", "--uts", "sh", "-c", $"hostname {OtherHost} && exec \"$@\"", "sh"]
        : [];

    private static bool MayUnshare
    {
        get
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("unshare", ["--uts", "hostname", OtherHost])
                {
                    RedirectStandardError = true,
                })!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Starts a .NET program of ours in them.</summary>
    public Process Start(string program, params IReadOnlyList<string> arguments)
    {
        string[] words = [.. Before, "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static Dictionary<string, string> Variable(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(variable => variable.Name, variable => variable.Value);
}
