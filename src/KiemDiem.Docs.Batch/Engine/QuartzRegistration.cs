using KiemDiem.Docs.Batch.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>How Quartz.NET is set; each setting that differs from its default has its reason here.</summary>
internal static class QuartzRegistration
{
    private const string Scheduler = "kiemdiem";

    public static IServiceCollection AddQuartzEngine(this IServiceCollection services, BatchSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Scheduler;

                // 30 s by default, and no node tells another about new work.
                scheduler.IdleWaitTime = settings.Poll;

                // Whoever stops the process does not wait for a chunk, which may be a ZIP file of very many records.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });

            // As many again as render may wait for the disk, and one reads a source.
            quartz.UseDefaultThreadPool((2 * settings.WorkersOrDefault) + 1);
            quartz.UsePersistentStore(store => UseStore(store, settings));
            quartz.AddSchedulerListener<EngineErrors>();
            quartz.ScheduleJob<Sweeper>(trigger => trigger
                .WithIdentity("sweep", Scheduler)
                .StartNow()
                .WithSimpleSchedule(schedule => schedule
                    .WithInterval(settings.Sweep)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
        });

        // A service that only takes batches in can enqueue on a scheduler that was never started.
        return settings.Role == BatchRole.Api
            ? services
            : services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void UseStore(IPersistentStoreBuilder store, BatchSettings settings)
    {
        var database = LedgerDatabase.Of(settings);
        store.ConfigureStore(options =>
        {
            options.StoreJobDataAsStrings = true;
            options.CommandTimeout = TimeSpan.FromSeconds(15);
            options.DbRetryInterval = TimeSpan.FromSeconds(1);
        });
        store.ProvisionSchema();
        if (settings.Mode == BatchMode.Embedded)
        {
            store.UseSqlite(database.Factory, database.ConnectionString);
            return;
        }

        // What a worker that is stopped was doing, another does at once.
        store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
        store.UsePostgres(database.Factory, database.ConnectionString);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = settings.Heartbeat;
            cluster.CheckinMisfireThreshold = settings.DeadAfter;
        });
    }
}
