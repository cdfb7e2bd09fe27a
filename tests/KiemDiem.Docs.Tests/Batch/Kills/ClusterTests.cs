using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KiemDiem.Docs.Tests.Batch.Kills;

/// <summary>One batch on several workers, of which some always die, around a database that dies, too.</summary>
public sealed class ClusterTests
{
    private const string Id = "hai-van";
    private const int Records = 20_000;
    private const int Workers = 3;
    private const int Kills = 10;
    private const int FewestKills = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_is_made_once_whoever_is_killed()
    {
        await using var postgres = await PostgresServer.StartAsync(Stop);
        using var cluster = new Cluster(await postgres.CreateDatabaseAsync(Stop));
        using var door = cluster.Door();
        var batches = door.Services.GetRequiredService<BatchService>();
        await batches.PrepareAsync(Stop);
        await SubmitAsync(batches);

        await KillAsync(batches, cluster, postgres, new Random(20_221_205));
        var status = await EndAsync(batches, cluster);

        Assert.Equal((BatchState.Done, Records, 0L), (status.State, status.Done, status.Failed));
        await AssertCompleteAsync(cluster.Outputs(Id));
    }

    private static async Task SubmitAsync(BatchService batches)
    {
        using var source = new MemoryStream();

        // The shortest form, and all of one name: which file is whose is decided by the order alone.
        for (var number = 1; number <= Records; number++)
            source.Write("{\"form\":\"phieu-nhan-xet\"}\n"u8);

        source.Position = 0;
        var upload = await batches.BeginUploadAsync(Id, Stop);
        await upload.AddAsync("hai-van.ndjson", source, Stop);
        await batches.SubmitAsync(Id, new BatchOptions(), upload, Stop);
    }

    /// <summary>At moments that nobody chose, but the same in every run; the database once, in the middle.</summary>
    private static async Task KillAsync(
        BatchService batches, Cluster cluster, PostgresServer postgres, Random random)
    {
        for (var worker = 0; worker < Workers; worker++)
            cluster.StartWorker(worker);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(500, 3_500), Stop);
            if ((await FindAsync(batches)).HasEnded)
            {
                Assert.True(kill > FewestKills, $"The batch ended before kill {kill}: it was not tried enough.");
                return;
            }

            if (kill == Kills / 2)
            {
                postgres.Kill9();
                await postgres.RestartAsync(Stop);
            }

            var worker = random.Next(Workers);
            cluster.Kill9(worker);
            cluster.StartWorker(worker);
        }
    }

    private static async Task<BatchStatus> EndAsync(BatchService batches, Cluster cluster)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        while (true)
        {
            var status = await FindAsync(batches);
            if (status.HasEnded)
                return status;
            Assert.False(patience.IsCancellationRequested, $"{status}\n{cluster.Said}");
            await Task.Delay(Look, Stop);
        }
    }

    /// <summary>A connection that the killed database left in the pool fails once.</summary>
    private static async Task<BatchStatus> FindAsync(BatchService batches)
    {
        while (true)
        {
            try
            {
                return (await batches.FindAsync(Id, Stop))!;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Look, Stop);
            }
        }
    }

    private static async Task AssertCompleteAsync(IObjectStore outputs)
    {
        await using var stream = await outputs.OpenAsync(ResultLists.Manifest, Stop);
        var records = ManifestReader.Open(stream).Records().ToList();

        Assert.Equal(Enumerable.Range(1, Records).Select(number => (long)number), records.Select(one => one.Number));
        Assert.All(records, record => Assert.Single(record.Files));
        Assert.Equal(Records, records.Select(record => record.Files[0].Path).Distinct().Count());
        Assert.Empty(await VerifyOutputs.RunAsync(outputs, Stop).ToListAsync(Stop));
        var made = await outputs.ListAsync("", Stop).CountAsync(
            path => path.EndsWith(".pdf", StringComparison.Ordinal), Stop);
        Assert.Equal(Records, made);
    }
}
