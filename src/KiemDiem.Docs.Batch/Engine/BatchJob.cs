using KiemDiem.Docs.Batch.Work;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>One piece of work, as Quartz.NET delivers it.</summary>
internal sealed class BatchJob(BatchWorker worker, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // The queue takes nothing any more some time before it stops its jobs: what fails then is no fault of a batch.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WorkAsync(context.MergedJobDataMap, stop.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            throw Unspoken(e);
        }
    }

    /// <summary>
    /// Quartz logs what a job throws, and the message of a file system may name a file, and so a person.
    /// </summary>
    public static JobExecutionException Unspoken(Exception e) => new($"{e.GetType().Name} at {OwnStack.Of(e)}");

    private async Task WorkAsync(JobDataMap data, CancellationToken cancelled)
    {
        var batch = data.GetString(QuartzQueue.BatchKey)!;
        var work = data.GetString(QuartzQueue.WorkKey)!;
        if (QuartzQueue.ChunkOf(work) is { } chunk)
            await worker.ChunkAsync(batch, chunk, cancelled);
        else if (QuartzQueue.WebhookOf(work) is { } attempt)
            await worker.TellAsync(batch, attempt, cancelled);
        else if (work == QuartzQueue.Ingest)
            await worker.IngestAsync(batch, cancelled);
        else if (work == QuartzQueue.Finalize)
            await worker.FinalizeAsync(batch, cancelled);
    }
}
