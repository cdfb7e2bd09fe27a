using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Ledger;

/// <summary>
/// What the ledger itself should say, and cannot, for nothing can be written to it. It is as good as the process: in
/// the next one the ledger says what was last written, and work goes on from there.
/// </summary>
internal sealed class LedgerAlarm
{
    private volatile Problem? fault;

    /// <summary>Why nothing can be written; null where nobody has met that.</summary>
    public Problem? Fault => fault;

    public void Raise(Problem why) => fault = why;

    /// <summary>Something was written.</summary>
    public void Clear() => fault = null;
}
