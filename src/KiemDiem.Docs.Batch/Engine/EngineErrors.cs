using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Problems;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>
/// Hears what the queue meets. Where its disk is full it delivers nothing, so no work would ever fail: only this tells.
/// </summary>
internal sealed class EngineErrors(LedgerAlarm alarm) : ISchedulerListener
{
    public ValueTask SchedulerError(
        IScheduler scheduler, SchedulerErrorContext context, CancellationToken cancellationToken = default)
    {
        if (Faults.IsFull(context.Exception))
            alarm.Raise(FoundInBatch.DiskFull());
        return ValueTask.CompletedTask;
    }
}
