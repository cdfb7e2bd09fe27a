using System.Data.Common;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// Faults that lie neither in a record nor in the program, but in the machine. A database that does not answer is none
/// of them: nothing could be written down, so the work is delivered again until it does.
/// </summary>
internal static class Faults
{
    /// <summary>ENOSPC and EDQUOT, which .NET hands through on Unix, and ERROR_DISK_FULL.</summary>
    private static readonly int[] NoSpace = [28, 122, unchecked((int)0x80070070)];

    /// <summary>Also where a library wraps what it met.</summary>
    public static bool IsFull(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is DiskLimitException || (cause is IOException && NoSpace.Contains(cause.HResult))
                || LedgerDatabase.IsFull(cause))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing could be written down, or the process stops: the same work will be delivered again.</summary>
    public static bool MayPass(Exception e, CancellationToken stop) =>
        stop.IsCancellationRequested || (e is DbException or QueueException && !IsFull(e));

    /// <returns>Null where it is none of these.</returns>
    public static Problem? Of(Exception e) => e switch
    {
        DiskLimitException => FoundInBatch.DiskLimit(),
        _ when IsFull(e) => FoundInBatch.DiskFull(),

        // A network store that does not answer in time is cancelled by its own client.
        IOException or UnauthorizedAccessException or StorageException or TimeoutException
            or OperationCanceledException => FoundInBatch.StorageFailed(),
        _ => null,
    };
}
