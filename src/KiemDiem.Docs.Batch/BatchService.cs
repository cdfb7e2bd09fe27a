using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch;

/// <summary>The one entry to batches, for the service and for the command line alike.</summary>
public sealed class BatchService
{
    private readonly EngineFolder folder;
    private readonly BatchLedger ledger;
    private readonly LedgerAlarm alarm;
    private readonly IBatchQueue queue;
    private readonly IObjectStore store;
    private readonly BatchSettings settings;
    private readonly ProgramIdentity program;
    private readonly TimeProvider clock;

    internal BatchService(
        EngineFolder folder,
        BatchLedger ledger,
        LedgerAlarm alarm,
        IBatchQueue queue,
        IObjectStore store,
        BatchSettings settings,
        ProgramIdentity program,
        TimeProvider clock)
    {
        this.folder = folder;
        this.ledger = ledger;
        this.alarm = alarm;
        this.queue = queue;
        this.store = store;
        this.settings = settings;
        this.program = program;
        this.clock = clock;
    }

    /// <summary>Makes ready to be asked before the engine is started.</summary>
    /// <exception cref="FolderInUseException">Another process works in the data folder.</exception>
    public Task PrepareAsync(CancellationToken cancelled) => folder.PrepareAsync(cancelled);

    /// <summary>Begins to receive a source that is to be kept with the batch.</summary>
    public async Task<BatchUpload> BeginUploadAsync(string id, CancellationToken cancelled)
    {
        long? room = settings.DiskLimit is { } limit ? limit - await ledger.BytesAsync(cancelled) : null;
        return new BatchUpload(store, settings.WorkOf(id), room);
    }

    /// <summary>Hands in a batch whose source was received; work begins at once.</summary>
    /// <returns>Its status; that of the batch that is there already if there is one with this id.</returns>
    public Task<BatchStatus> SubmitAsync(
        string id, BatchOptions options, BatchUpload source, CancellationToken cancelled) => SubmitAsync(
            id, options, source.Source, InputSumOf(options, source), source.Bytes, cancelled);

    /// <summary>What <see cref="BatchStatus.InputSha256"/> is of a batch of this source.</summary>
    public static string InputSumOf(BatchOptions options, BatchUpload source) => SumOf(options, source.Sha256);

    /// <summary>Hands in a batch that reads files of this machine; for one process only.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="options">What is to be made.</param>
    /// <param name="path">A file, or a folder of JSON files.</param>
    /// <param name="cancelled">Stops it.</param>
    /// <exception cref="UnreadableSourceException">There is no such source.</exception>
    public async Task<BatchStatus> SubmitLocalAsync(
        string id, BatchOptions options, string path, CancellationToken cancelled) => await SubmitAsync(
            id,
            options,
            new BatchSource(Path.GetFullPath(path), Received: null, Folder: null),
            await InputSumAsync(options, path, cancelled),
            inputBytes: 0,
            cancelled);

    /// <summary>What <see cref="BatchStatus.InputSha256"/> would be of files of this machine.</summary>
    /// <exception cref="UnreadableSourceException">There is no such source.</exception>
    public static async Task<string> InputSumAsync(BatchOptions options, string path, CancellationToken cancelled)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in SourceFile.At(path))
        {
            sum.AppendData(Encoding.UTF8.GetBytes(file.Name + "\n"));
            await using var content = file.Open();
            sum.AppendData(await SHA256.HashDataAsync(content, cancelled));
        }

        return SumOf(options, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <returns>Null where there is no such batch.</returns>
    public async Task<BatchStatus?> FindAsync(string id, CancellationToken cancelled) =>
        await ledger.FindAsync(id, cancelled) is { } batch
            ? StatusOf(batch, await ledger.SumsAsync(id, cancelled))
            : null;

    /// <summary>Stops a batch within a second or two; what is done stays.</summary>
    /// <returns>The status; null where there is no such batch.</returns>
    public async Task<BatchStatus?> CancelAsync(string id, CancellationToken cancelled)
    {
        if (await ledger.EndAsync(id, BatchState.Cancelled, fault: null, cancelled))
            await queue.RemoveAsync(id, cancelled);
        return await FindAsync(id, cancelled);
    }

    /// <summary>Lets a batch go on that was stopped or needed attention.</summary>
    /// <returns>
    /// The status, unchanged where another program began the batch; null where there is no such batch.
    /// </returns>
    public async Task<BatchStatus?> ResumeAsync(string id, CancellationToken cancelled)
    {
        if (await ledger.FindAsync(id, cancelled) is not { } batch)
            return null;
        if (batch.Order.Renderer != program.Fingerprint)
            return await FindAsync(id, cancelled);
        var wasStopped = await ledger.ResumeAsync(id, cancelled);
        var wasSilent = alarm.Fault is not null;
        alarm.Clear();
        if (wasStopped || wasSilent)
        {
            await queue.EnqueueChunksAsync(id, [.. await ledger.PendingAsync(id, cancelled)], cancelled);
            if (batch.Total is null)
                await queue.EnqueueIngestAsync(id, cancelled);
            else
                await queue.EnqueueFinalizeAsync(id, cancelled);
        }

        return await FindAsync(id, cancelled);
    }

    /// <summary>What became of the records so far, in the order of the source; chunks in work are left out.</summary>
    public async IAsyncEnumerable<RecordResult> ResultsAsync(
        string id, [EnumeratorCancellation] CancellationToken cancelled)
    {
        foreach (var part in await ledger.PartsAsync(id, cancelled))
        {
            await using var stream = await store.OpenAsync(part.Part, cancelled);
            foreach (var result in ResultLine.ReadAll(stream))
                yield return result;
        }
    }

    /// <summary>The records that have problems so far, likewise; chunks without any are not read.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="after">Only those with a higher number.</param>
    /// <param name="cancelled">Stops it.</param>
    public async IAsyncEnumerable<RecordResult> FailuresAsync(
        string id, long after, [EnumeratorCancellation] CancellationToken cancelled)
    {
        foreach (var part in await ledger.PartsAsync(id, cancelled))
        {
            if (!part.HasFailures)
                continue;
            await using var stream = await store.OpenAsync(part.Part, cancelled);
            foreach (var result in ResultLine.ReadAll(stream).Where(result => !result.IsDone && result.Number > after))
                yield return result;
        }
    }

    /// <summary>The paths of what a batch has made so far, in ordinal order; at its end also lists.</summary>
    public async IAsyncEnumerable<string> OutputsAsync(
        string id, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var prefix = settings.OutputOf(id);
        await foreach (var key in store.ListAsync(prefix, cancelled))
            yield return key[prefix.Length..];
    }

    /// <summary>Opens one of them.</summary>
    /// <returns>Null where there is none of that path.</returns>
    public async Task<Stream?> OpenOutputAsync(string id, string path, CancellationToken cancelled)
    {
        try
        {
            return await store.OpenAsync(settings.OutputOf(id) + path, cancelled);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Why the machine could not do what it was asked for.</summary>
    /// <returns>Null where the fault is none of the machine's.</returns>
    public static Problem? FaultOf(Exception e) => Faults.Of(e);

    private async Task<BatchStatus> SubmitAsync(
        string id,
        BatchOptions options,
        BatchSource source,
        string input,
        long inputBytes,
        CancellationToken cancelled)
    {
        var order = new BatchOrder(
            id, options, source, input, program.Fingerprint, inputBytes, settings.ChunkRecords, clock.GetUtcNow());
        if (await ledger.CreateAsync(order, cancelled))
            await queue.EnqueueIngestAsync(id, cancelled);
        return (await FindAsync(id, cancelled))!;
    }

    private static string SumOf(BatchOptions options, string source) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(options, BatchJson.Default.BatchOptions) + source)));

    private BatchStatus StatusOf(BatchRow batch, ChunkSums sums)
    {
        var silenced = batch.Finished is null ? alarm.Fault : null;
        var until = batch.Finished ?? clock.GetUtcNow();
        var seconds = (until - batch.Resumed).TotalSeconds;
        var rate = seconds > 0 ? sums.DoneSinceResumed / seconds : 0;
        var left = batch.Total - sums.Done - sums.Failed;
        return new BatchStatus(
            batch.Order.Id,
            silenced is null ? batch.State : BatchState.Attention,
            batch.Total,
            sums.Done,
            sums.Failed,
            sums.Bytes,
            rate,
            rate > 0 && left is { } records && batch.Finished is null ? TimeSpan.FromSeconds(records / rate) : null,
            batch.Order.Created,
            batch.Finished,
            batch.Order.InputSha256,
            silenced ?? batch.Fault)
        {
            IsOwnProgram = batch.Order.Renderer == program.Fingerprint,
        };
    }
}
