using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Kills;

/// <summary>The command batch, killed again and again at moments that nobody chose, and started again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Records = 1_500;
    private const int Kills = 10;
    private const int InFlight = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<string, string?> AsItIs = [];

    private readonly BatchFolder killed = new();
    private readonly BatchFolder unbroken = new();
    private readonly Dictionary<string, DateTime> written = [];
    private int rewritten;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        killed.Dispose();
        unbroken.Dispose();
    }

    [Fact]
    public async Task Killed_ten_times_a_batch_makes_what_it_makes_unbroken()
    {
        string[] lines = [.. Enumerable.Range(1, Records).Select(Line)];
        var source = killed.Put("nguon.ndjson", lines);
        var random = new Random(213);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAsync(source, kill, random);
            Look();
        }

        var last = killed.Run(source, "--resume", "--jobs", "2");
        Look();
        Assert.Equal(1, unbroken.Run(unbroken.Put("nguon.ndjson", lines), "--jobs", "2").Code);

        Assert.Equal(1, last.Code);
        Assert.Equal(unbroken.Contents(), killed.Contents());
        killed.CheckSums();
        Assert.InRange(rewritten, 0, Kills * InFlight);
        Assert.Empty(LeftAside());
    }

    /// <summary>Every hundredth is wrong, every hundredth no JSON.</summary>
    private static string Line(int number) => (number % 100) switch
    {
        7 => Cli.Records.Bad.Trim(),
        8 => "{\"form\":",
        _ => BatchFolder.Record(number),
    };

    /// <summary>The first while the source is read, the last while lists are written, the rest in between.</summary>
    private async Task KillAsync(string source, int kill, Random random)
    {
        using var process = WorkerProcess.Start(
            AsItIs,
            "batch", source, "-o", killed.Output, "--resume", "--jobs", "2",
            "--form-templates", Repository.FormTemplates, "--fonts", Repository.Fonts);
        var before = Made();
        var more = random.Next(1, Records / Kills);
        Func<bool> moment = kill switch
        {
            1 => () => Slices() > 0,
            Kills => () => Slices() > 0 && Made() >= Good || Lists() > 0,
            _ => () => Made() >= Math.Min(before + more, Good - 100),
        };
        await process.WaitForAsync(moment, Patience, Stop);
        process.Kill9();
    }

    private static int Good => Enumerable.Range(1, Records).Count(number => number % 100 is not (7 or 8));

    private int Made() => Directory.Exists(Path.Combine(killed.Output, "2022"))
        ? Directory.EnumerateFiles(Path.Combine(killed.Output, "2022"), "*.pdf", SearchOption.AllDirectories).Count()
        : 0;

    private int Slices() => Directory.Exists(Path.Combine(killed.Output, ".kiemdiem/lo/in"))
        ? Directory.EnumerateFiles(Path.Combine(killed.Output, ".kiemdiem/lo/in")).Count()
        : 0;

    private int Lists() => Directory.Exists(killed.Output)
        ? Directory.EnumerateFiles(killed.Output).Count()
        : 0;

    /// <summary>A file that has been there must not be written again; each writing gives it another time.</summary>
    private void Look()
    {
        foreach (var file in Directory.EnumerateFiles(killed.Output, "*.pdf", SearchOption.AllDirectories))
        {
            var time = File.GetLastWriteTimeUtc(file);
            if (written.TryGetValue(file, out var earlier) && earlier != time)
                rewritten++;
            written[file] = time;
        }
    }

    private string[] LeftAside() =>
    [
        .. ((string[])["scratch", "tmp", "journal", "lo/in"])
            .Select(name => Path.Combine(killed.Output, ".kiemdiem", name))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
    ];
}
