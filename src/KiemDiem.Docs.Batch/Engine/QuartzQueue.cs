using System.Globalization;
using KiemDiem.Docs.Batch.Work;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>
/// The queue, by Quartz.NET: a durable job for each batch, and a trigger that fires once for each piece of work. The
/// same key again replaces the trigger, so nothing piles up.
/// </summary>
internal sealed class QuartzQueue(ISchedulerFactory schedulers, BatchSettings settings, TimeProvider clock)
    : IBatchQueue
{
    public const string BatchKey = "batch";
    public const string WorkKey = "work";
    public const string Ingest = "ingest";
    public const string Finalize = "finalize";
    private const string JobName = "batch";
    private const string ChunkPrefix = "chunk-";
    private const string WebhookPrefix = "webhook-";

    /// <summary>So many triggers are handed to the database at once.</summary>
    private const int PageSize = 500;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <returns>The number of the chunk; null where the work is another.</returns>
    public static int? ChunkOf(string work) => NumberOf(work, ChunkPrefix);

    /// <returns>The attempt; null where the work is another.</returns>
    public static int? WebhookOf(string work) => NumberOf(work, WebhookPrefix);

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

    public Task EnqueueWebhookAsync(string batch, int attempt, TimeSpan delay, CancellationToken cancelled) =>
        EnqueueAsync(
            batch,
            [Trigger(batch, string.Create(CultureInfo.InvariantCulture, $"{WebhookPrefix}{attempt}"), delay)],
            cancelled);

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
        // One process finds its own lost work when it starts; in a cluster the others must be told by the store.
        var job = JobBuilder.Create<BatchJob>()
            .WithIdentity(JobName, batch)
            .UsingJobData(BatchKey, batch)
            .StoreDurably()
            .RequestRecovery(settings.Mode == BatchMode.Cluster)
            .Build();
        try
        {
            var scheduler = await schedulers.GetScheduler(cancelled);
            await scheduler.ScheduleJob(job, triggers, new ScheduleJobOptions { Replace = true }, cancelled);
        }
        catch (Exception e) when (e is SchedulerException or ObjectDisposedException)
        {
            throw new QueueException(e);
        }
    }

    private static int? NumberOf(string work, string prefix) => work.StartsWith(prefix, StringComparison.Ordinal)
        ? int.Parse(work.AsSpan(prefix.Length), CultureInfo.InvariantCulture)
        : null;

    /// <summary>A trigger that waited for a worker has not missed its time, and is not to be rewritten.</summary>
    private ITrigger Trigger(string batch, string work, TimeSpan delay = default) => TriggerBuilder.Create()
        .ForJob(JobName, batch)
        .WithIdentity(work, batch)
        .UsingJobData(WorkKey, work)
        .StartAt(clock.GetUtcNow() + delay)
        .WithSimpleSchedule(schedule =>
            schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .WithRetryPolicy(RetryPolicy.Exponential(settings.MaxAttempts, FirstDelay, 2, LongestDelay))
        .Build();
}
