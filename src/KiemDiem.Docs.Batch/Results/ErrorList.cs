namespace KiemDiem.Docs.Batch.Results;

/// <summary>errors.csv of a batch that is not at its end: the same rows, of what is done so far.</summary>
public static class ErrorList
{
    private const int FlushAt = 64 * 1024;

    /// <param name="target">Only written to, and never synchronously: it may be the answer to a request.</param>
    /// <param name="results">In the order of the source; those without problems are passed over.</param>
    /// <param name="cancelled">Stops it.</param>
    public static async Task WriteAsync(
        Stream target, IAsyncEnumerable<RecordResult> results, CancellationToken cancelled)
    {
        using var rows = new MemoryStream();
        using (var csv = new ErrorsCsv(rows))
        {
            await foreach (var result in results.WithCancellation(cancelled))
            {
                csv.Add(result);
                if (rows.Length < FlushAt)
                    continue;
                await target.WriteAsync(rows.GetBuffer().AsMemory(0, (int)rows.Length), cancelled);
                rows.SetLength(0);
            }
        }

        // What the writer of rows still held came with its end.
        await target.WriteAsync(rows.ToArray(), cancelled);
    }
}
