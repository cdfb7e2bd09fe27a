using System.Text;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>The batch engine in this process, with what a test puts in place of its parts.</summary>
internal sealed class EmbeddedEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly IHost host;

    /// <param name="dataDir">Where all of it is.</param>
    /// <param name="change">Of the settings.</param>
    /// <param name="store">In place of the store.</param>
    /// <param name="program">In place of this program.</param>
    /// <param name="child">How a child is started; none should be where it is null.</param>
    /// <param name="logs">Hears everything.</param>
    public EmbeddedEngine(
        string dataDir,
        Func<BatchSettings, BatchSettings>? change = null,
        Func<IObjectStore, IObjectStore>? store = null,
        string program = "1234567890abcdef",
        ChildCommand? child = null,
        ILoggerProvider? logs = null)
    {
        var settings = new BatchSettings
        {
            DataDir = dataDir,
            ChunkRecords = 10,
            Workers = 2,
            SurvivesPowerCut = false,
            Sweep = TimeSpan.FromSeconds(1),
            DeadAfter = TimeSpan.FromSeconds(1),
        };
        settings = change?.Invoke(settings) ?? settings;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (logs is not null)
            builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(Engine.Renderer);
        builder.Services.AddBatches(settings, new ProgramIdentity(program), child ?? new ChildCommand("false", []));
        var files = new FileStore(FolderOf(dataDir), Path.Combine(FolderOf(dataDir), ".tmp"), survivesPowerCut: false);
        if (store is not null)
            builder.Services.AddSingleton(store(files));
        host = builder.Build();
    }

    public BatchService Batches => host.Services.GetRequiredService<BatchService>();

    public IServiceProvider Services => host.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string FolderOf(string dataDir) => Path.Combine(dataDir, "objects");

    public static string Record(int number) =>
        $$"""{"form":"ban-kiem-diem-ca-nhan","namKiemDiem":2022,"hoTen":"Nguyễn Văn A {{number}}"}""";

    public static async Task<EmbeddedEngine> StartAsync(EmbeddedEngine engine)
    {
        await engine.host.StartAsync(Stop);
        return engine;
    }

    public async Task<EmbeddedEngine> StartedAsync() => await StartAsync(this);

    public Task<BatchStatus> SubmitAsync(string id, int records, BatchOptions? options = null) =>
        SubmitAsync(id, Enumerable.Range(1, records).Select(Record), options);

    public async Task<BatchStatus> SubmitAsync(string id, IEnumerable<string> lines, BatchOptions? options = null)
    {
        var upload = await Batches.BeginUploadAsync(id, Stop);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await upload.AddAsync("a.ndjson", content, Stop);
        return await Batches.SubmitAsync(id, options ?? new BatchOptions(), upload, Stop);
    }

    /// <summary>Waits until something is so.</summary>
    public async Task<BatchStatus> WaitAsync(string id, Func<BatchStatus, bool> condition)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var status = (await Batches.FindAsync(id, Stop))!;
            if (condition(status))
                return status;
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"It never came: {status}");
            await Task.Delay(Look, Stop);
        }
    }

    public Task<BatchStatus> EndAsync(string id) => WaitAsync(id, status => status.HasEnded);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
