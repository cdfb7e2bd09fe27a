using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace KiemDiem.Docs.Batch;

/// <summary>Puts the batch engine together. A <see cref="FormRenderer"/> must be there already.</summary>
public static class BatchRegistration
{
    /// <param name="services">Of the host.</param>
    /// <param name="settings">How batches are run.</param>
    /// <param name="program">What decides the bytes of a file.</param>
    /// <param name="child">How a child for dangerous records is started.</param>
    public static IServiceCollection AddBatches(
        this IServiceCollection services, BatchSettings settings, ProgramIdentity program, ChildCommand child)
    {
        services.AddSingleton(settings);
        services.AddSingleton(program);
        services.AddSingleton(child);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => LedgerDatabase.Of(settings));
        services.AddSingleton<BatchLedger>();
        services.AddSingleton<LedgerAlarm>();
        services.AddSingleton(_ => StoreOf(settings));
        services.AddSingleton<QuartzQueue>();
        services.AddSingleton<IBatchQueue>(provider => provider.GetRequiredService<QuartzQueue>());
        services.AddSingleton<IRendererChoice, RendererChoice>();
        services.AddSingleton<Ingest>();
        services.AddSingleton<ChunkRunner>();
        services.AddSingleton<RenderTurns>();
        services.AddSingleton<Finalizer>();
        services.AddSingleton(provider => new WebhookSender(
            settings.Webhook, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BatchWorker>();
        services.AddSingleton<EngineFolder>();
        services.AddSingleton(provider => new BatchService(
            provider.GetRequiredService<EngineFolder>(),
            provider.GetRequiredService<BatchLedger>(),
            provider.GetRequiredService<LedgerAlarm>(),
            provider.GetRequiredService<IBatchQueue>(),
            provider.GetRequiredService<IObjectStore>(),
            settings,
            program,
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<EngineStart>();
        return services.AddQuartzEngine(settings);
    }

    private static IObjectStore StoreOf(BatchSettings settings)
    {
        if (settings.Storage.S3 is { } bucket)
            return new S3Store(bucket);
        var root = settings.Storage.Root ?? Path.Combine(settings.DataDir, "objects");
        var aside = settings.IsSingleFolder ? Path.Combine(settings.DataDir, "tmp") : Path.Combine(root, ".tmp");
        return new FileStore(root, aside, settings.SurvivesPowerCut);
    }
}
