using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KiemDiem.Docs.Tests.Batch.Kills;

/// <summary>Workers around one database and one folder; each may be killed and started again.</summary>
internal sealed class Cluster(string connectionString) : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Dictionary<int, WorkerProcess> workers = [];

    /// <summary>The last words of all workers that live.</summary>
    public string Said => string.Join('\n', workers.Select(worker => $"worker {worker.Key}:\n{worker.Value.Said}"));

    private string Objects => folder.File("objects");

    /// <summary>Takes batches in, in this process, and works on none.</summary>
    public IHost Door()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(Engine.Renderer);
        var settings = new BatchSettings
        {
            Mode = BatchMode.Cluster,
            Role = BatchRole.Api,
            DataDir = folder.File("door"),
            ConnectionString = connectionString,
            SurvivesPowerCut = false,
            Storage = new StorageSettings { Root = Objects },
        };
        builder.Services.AddBatches(
            settings, ProgramIdentity.Of(Repository.FormTemplates, Repository.Fonts), new ChildCommand("false", []));
        return builder.Build();
    }

    /// <summary>What a batch made.</summary>
    public IObjectStore Outputs(string batch) => new FileStore(
        Path.Combine(Objects, batch, "out"), folder.File("aside"), survivesPowerCut: false);

    public void StartWorker(int number) => workers[number] = WorkerProcess.Start(
        new Dictionary<string, string?>
        {
            ["KiemDiem__Batch__Mode"] = nameof(BatchMode.Cluster),
            ["KiemDiem__Batch__Role"] = nameof(BatchRole.Worker),
            ["KiemDiem__Batch__DataDir"] = folder.File(number.ToString(CultureInfo.InvariantCulture)),
            ["KiemDiem__Batch__ConnectionString"] = connectionString,
            ["KiemDiem__Batch__Workers"] = "1",
            ["KiemDiem__Batch__SurvivesPowerCut"] = "false",
            ["KiemDiem__Storage__Root"] = Objects,

            // Code that is measured before it is compiled well is of no use to a process that lives for seconds.
            ["DOTNET_TieredPGO"] = "0",
        },
        "worker", "--form-templates", Repository.FormTemplates, "--fonts", Repository.Fonts);

    /// <summary>One that has ended by itself did not do its duty.</summary>
    public void Kill9(int number)
    {
        var worker = workers[number];
        Assert.False(worker.HasExited, $"Worker {number} ended by itself:\n{worker.Said}");
        worker.Kill9();
        worker.Dispose();
    }

    public void Dispose()
    {
        foreach (var worker in workers.Values)
            worker.Dispose();
        folder.Dispose();
    }
}
