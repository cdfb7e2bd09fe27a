using System.Globalization;
using KiemDiem.Docs.Batch.Work;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>
/// The queue, by Quartz.NET: a durable job for each batch, and a trigger that fires once for each piece of work. The
/// same key again replaces the trigger, so nothing piles up.
/// </summary>
internal sealed class QuartzQueue(ISchedulerFactory schedulers, BatchSettings settings) : IBatchQueue
{
    public const string BatchKey = "batch";
    public const string WorkKey = "work";
    public const string Ingest = "ingest";
    public const string Finalize = "finalize";
    public const string Webhook = "webhook";

    private const string JobName = "batch";
    private const string ChunkPrefix = "chunk-";

    /// <summary>So many triggers are handed to the database at once.</summary>
    private const int PageSize = 500;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <returns>The number of the chunk; null where the work is another.</returns>
    public static int? ChunkOf(string work) => work.StartsWith(ChunkPrefix, StringComparison.Ordinal)
        ? int.Parse(work.AsSpan(ChunkPrefix.Length), CultureInfo.InvariantCulture)
        : null;

    public Task EnqueueIngestAsync(string batch, CancellationToken cancelled) =>
        EnqueueAsync(batch, [Trigger(batch, Ingest)], cancelled);

    public async Task EnqueueChunksAsync(
        string batch, IReadOnlyCollection<int> numbers, CancellationToken cancelled)
    {
        foreach (var page in numbers.Chunk(PageSize))
            await EnqueueAsync(batch, [.. page.Select(number => Trigger(batch, WorkOf(number)))], cancelled);
    }

    public Task EnqueueFinalizeAsync(string batch, CancellationToken cancelled) =>
        EnqueueAsync(batch, [Trigger(batch, Finalize)], cancelled);

    public async Task RemoveAsync(string batch, CancellationToken cancelled)
    {
        var scheduler = await schedulers.GetScheduler(cancelled);
        await scheduler.UnscheduleJobs(GroupMatcher<TriggerKey>.GroupEquals(batch), cancelled);
    }

    /// <summary>The batch is gone.</summary>
    public async Task DeleteAsync(string batch, CancellationToken cancelled)
    {
        var scheduler = await schedulers.GetScheduler(cancelled);
        await scheduler.DeleteJobs(GroupMatcher<JobKey>.GroupEquals(batch), cancelled);
    }

    /// <summary>What is waiting or in work.</summary>
    public async Task<IReadOnlySet<string>> WaitingAsync(string batch, CancellationToken cancelled)
    {
        var scheduler = await schedulers.GetScheduler(cancelled);
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(batch), cancelled);
        return keys.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
    }

    public static string WorkOf(int chunk) => string.Create(CultureInfo.InvariantCulture, $"{ChunkPrefix}{chunk:D6}");

    private async Task EnqueueAsync(string batch, ITrigger[] triggers, CancellationToken cancelled)
    {
        var scheduler = await schedulers.GetScheduler(cancelled);

        // One process finds its own lost work when it starts; in a cluster the others must be told by the store.
        var job = JobBuilder.Create<BatchJob>()
            .WithIdentity(JobName, batch)
            .UsingJobData(BatchKey, batch)
            .StoreDurably()
            .RequestRecovery(settings.Mode == BatchMode.Cluster)
            .Build();
        await scheduler.ScheduleJob(job, triggers, new ScheduleJobOptions { Replace = true }, cancelled);
    }

    /// <summary>A trigger that waited for a worker has not missed its time: it must not be rewritten for that.</summary>
    private ITrigger Trigger(string batch, string work) => TriggerBuilder.Create()
        .ForJob(JobName, batch)
        .WithIdentity(work, batch)
        .UsingJobData(WorkKey, work)
        .StartNow()
        .WithSimpleSchedule(schedule =>
            schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .WithRetryPolicy(RetryPolicy.Exponential(settings.MaxAttempts, FirstDelay, 2, LongestDelay))
        .Build();
}
