using System.Text;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>Records that may be the death of who renders them.</summary>
public sealed class ChildRendererTests : IDisposable
{
    /// <summary>A child that answers everything with a record without files, but for what the test says.</summary>
    private const string Answers =
        """
        read order
        echo $$ >> "$1"
        while read -r record; do
          case "$record" in
            *chet*) exit 1 ;;
            *nua*) printf '{"form":"a","fi'; exit 1 ;;
            *treo*) sleep 60 ;;
            *) echo '{"form":"a","edition":"b","files":[],"problems":[],"warnings":[]}' ;;
          esac
        done
        echo ended >> "$1"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The real verb of the real command.</summary>
    private static ChildCommand Verb => new(
        "dotnet",
        [
            Repository.Command, RenderChild.Verb, "--form-templates", Repository.FormTemplates,
            "--fonts", Repository.Fonts,
        ]);

    private string Journal => folder.File("children");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("chet", "rendererDied")]
    [InlineData("nua", "rendererDied")]
    [InlineData("treo", "recordTimeout")]
    public void Exactly_the_record_that_a_child_fails_over_is_to_blame(string fatal, string code)
    {
        using var renderer = Scripted();

        string?[] codes =
        [
            .. ((string[])["một", fatal, "hai", fatal, fatal, "ba"])
                .Select(record => renderer.Render(Encoding.UTF8.GetBytes(record), Stop))
                .Select(made => made.Problems.SingleOrDefault()?.Code),
        ];

        Assert.Equal([null, code, null, code, code, null], codes);

        // Each after a death is another, and nobody else is.
        Assert.Equal(4, File.ReadLines(Journal).Distinct().Count());
    }

    [Fact]
    public void A_child_that_does_not_read_is_given_up_too()
    {
        using var renderer = new ChildRenderer(
            new ChildCommand("sleep", ["60"]), new BatchOptions(), folder.File("scratch"), Patience);

        var made = renderer.Render(new byte[1_000_000].Select(_ => (byte)'x').ToArray(), Stop);

        Assert.Equal("recordTimeout", made.Problems.Single().Code);
    }

    [Fact]
    public void What_is_cancelled_ends_at_once_and_leaves_no_answer_to_the_next()
    {
        using var renderer = Scripted(TimeSpan.FromMinutes(1));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var since = TimeProvider.System.GetTimestamp();

        Assert.ThrowsAny<OperationCanceledException>(() => renderer.Render("treo"u8.ToArray(), soon.Token));

        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Empty(renderer.Render("một"u8.ToArray(), Stop).Problems);
    }

    [Fact]
    public void The_end_of_its_input_ends_a_child()
    {
        var script = Script();
        Tool.Run("bash", ["-c", $"printf 'order\\nrecord\\n' | bash '{script}' '{Journal}'"]);
        var answer = Tool.Run(
            "bash",
            ["-c", $"echo '{{\"options\":{{}},\"folder\":\"{folder.Path}\"}}' | "
                + $"timeout 30 dotnet '{Repository.Command}' {RenderChild.Verb} "
                + $"--form-templates '{Repository.FormTemplates}' --fonts '{Repository.Fonts}'"]);

        Assert.Equal("ended", File.ReadLines(Journal).Last());
        Assert.Empty(answer);
    }

    [Fact]
    public void The_real_one_makes_the_bytes_that_are_made_without_it()
    {
        var options = new BatchOptions { Formats = ["pdf", "docx"], Archive = true };
        var record = Encoding.UTF8.GetBytes(EmbeddedEngine.Record(1));
        var bad = """{"form":"ban-kiem-diem-ca-nhan","namKiemDiem":"x"}"""u8.ToArray();
        var here = new RecordRenderer(Engine.Renderer, options, _ => { });
        using var child = new ChildRenderer(Verb, options, folder.File("scratch"), TimeSpan.FromSeconds(60));

        foreach (var json in (byte[][])[record, bad, record])
        {
            var (mine, other) = (here.Render(json, Stop), child.Render(json, Stop));
            Assert.Equal(mine.Files.Select(file => file.Bytes), other.Files.Select(file => file.Bytes));
            Assert.Equal(
                mine.Files.Select(file => (file.Pages, file.Sha256)),
                other.Files.Select(file => (file.Pages, file.Sha256)));
            Assert.Equal(mine.Problems, other.Problems);
            Assert.Equal(mine.Archive, other.Archive);
            Assert.Equal((mine.Form, mine.Edition), (other.Form, other.Edition));
        }
    }

    /// <summary>A process that a chunk has killed cannot say so: it is begun once more, and then by a child.</summary>
    [Fact]
    public async Task A_chunk_that_was_begun_too_often_is_given_to_a_child()
    {
        const string id = "lo-doc";
        var wait = new TaskCompletionSource();
        await using (var first = new EmbeddedEngine(
            folder.Path,
            store: store => new FaultyStore(store)
            {
                BeforePut = key => key.Contains("/parts/", StringComparison.Ordinal) ? wait.Task : Task.CompletedTask,
            }))
        {
            await EmbeddedEngine.StartAsync(first);
            await first.SubmitAsync(id, 3);
            await first.WaitAsync(id, status => status.State == BatchState.Running);
        }

        var database = LedgerDatabase.Of(new BatchSettings { DataDir = folder.Path });
        await database.Source.RunAsync("UPDATE kd_chunk SET attempts = 2", Stop);
        await database.DisposeAsync();
        ChunkJournal.DeleteAll(new BatchSettings { DataDir = folder.Path }, id);
        await using var engine = new EmbeddedEngine(folder.Path, child: new ChildCommand("false", []));
        await EmbeddedEngine.StartAsync(engine);
        var status = await engine.EndAsync(id);

        Assert.Equal((BatchState.Done, 0L, 3L), (status.State, status.Done, status.Failed));
        var failures = await engine.Batches.FailuresAsync(id, 0, Stop).ToListAsync(Stop);
        Assert.All(failures, failure => Assert.Equal("rendererDied", failure.Problems.Single().Code));
    }

    private string Script()
    {
        var script = folder.File("child.sh");
        File.WriteAllText(script, Answers);
        return script;
    }

    private ChildRenderer Scripted(TimeSpan? patience = null) => new(
        new ChildCommand("bash", [Script(), Journal]),
        new BatchOptions(),
        folder.File("scratch"),
        patience ?? Patience);
}
