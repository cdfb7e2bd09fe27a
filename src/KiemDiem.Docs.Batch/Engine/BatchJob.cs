using KiemDiem.Docs.Batch.Work;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>One piece of work, as Quartz.NET delivers it.</summary>
internal sealed class BatchJob(BatchWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var batch = context.MergedJobDataMap.GetString(QuartzQueue.BatchKey)!;
        var work = context.MergedJobDataMap.GetString(QuartzQueue.WorkKey)!;
        if (QuartzQueue.ChunkOf(work) is { } chunk)
            await worker.ChunkAsync(batch, chunk, cancellationToken);
        else if (work == QuartzQueue.Ingest)
            await worker.IngestAsync(batch, cancellationToken);
        else if (work == QuartzQueue.Finalize)
            await worker.FinalizeAsync(batch, cancellationToken);
    }
}
