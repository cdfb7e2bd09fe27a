using System.Globalization;
using System.Reflection;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work.Slices;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// Writes the lists of a batch whose records all have their result: the parts one after the other. Whoever does it,
/// and however often, writes the same bytes.
/// </summary>
internal sealed class Finalizer(
    FormRenderer renderer,
    BatchService batches,
    BatchLedger ledger,
    IObjectStore store,
    BatchSettings settings,
    ProgramIdentity program)
{
    private const string ArchiveScratch = "archive/";

    public async Task RunAsync(BatchRow batch, CancellationToken cancelled)
    {
        var order = batch.Order;
        var folder = Directory.CreateDirectory(
            Path.Combine(settings.DataDir, "scratch", Path.GetRandomFileName())).FullName;
        try
        {
            using (var lists = new ResultLists(name => File.Create(Path.Combine(folder, name)), HeadOf(order)))
            {
                foreach (var part in await ledger.PartsAsync(order.Id, cancelled))
                    await AddAsync(order, part, lists, cancelled);
                await AddColumnsAsync(order, lists, cancelled);
                if (order.Options.Archive)
                    await AddArchiveAsync(order, lists, cancelled);
                lists.Complete();
            }

            foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                await using var list = File.OpenRead(file);
                await store.PutAsync(settings.OutputOf(order.Id) + Path.GetFileName(file), list, cancelled);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What only the work needed; the results stay.</summary>
    public async Task CleanUpAsync(string batch, CancellationToken cancelled)
    {
        foreach (var folder in (string[])[Slice.Folder, BatchFiles.Folder])
            await store.DeleteAllAsync(settings.WorkOf(batch) + folder, cancelled);
        ChunkJournal.DeleteAll(settings, batch);
    }

    private async Task AddAsync(BatchOrder order, DonePart part, ResultLists lists, CancellationToken cancelled)
    {
        await using var results = await store.OpenAsync(part.Part, cancelled);
        await using var slice = part.HasFailures
            ? await store.OpenAsync(settings.WorkOf(order.Id) + Slice.KeyOf(part.Number), cancelled)
            : Stream.Null;
        using var records = Slice.Read(slice).GetEnumerator();
        string? zip = null;
        foreach (var result in ResultLine.ReadAll(results))
        {
            // The record itself is only read where somebody will have to mend it.
            var json = part.HasFailures && records.MoveNext() ? records.Current.Json : default;
            lists.Add(result, json.Span);
            zip ??= result.Files is [var first, ..] ? first.Zip : null;
        }

        if (zip is not null)
            lists.AddSum(zip, await ReadSumAsync(settings.WorkOf(order.Id) + ZipOutput.SumOf(zip), cancelled));
    }

    /// <summary>How the columns of the source were read was told at its beginning.</summary>
    private async Task AddColumnsAsync(BatchOrder order, ResultLists lists, CancellationToken cancelled)
    {
        var key = settings.OutputOf(order.Id) + ColumnList.FileName;
        if (await store.LengthAsync(key, cancelled) is null)
            return;
        await using var columns = await store.OpenAsync(key, cancelled);
        lists.AddSum(ColumnList.FileName, await Sha256Sum.OfAsync(columns, cancelled));
    }

    /// <summary>The lists of contents are set as the newest edition sets its forms.</summary>
    private async Task AddArchiveAsync(BatchOrder order, ResultLists lists, CancellationToken cancelled)
    {
        var archive = new ArchiveWriter(store, renderer.Forms.Editions[^1].TheThuc, renderer.Fonts);
        var files = archive.WriteAsync(
            batches.ResultsAsync(order.Id, cancelled),
            settings.OutputOf(order.Id),
            settings.WorkOf(order.Id) + ArchiveScratch,
            cancelled);
        await foreach (var file in files)
            lists.AddSum(file.Path, file.Sha256);
        await store.SettleAsync(cancelled);
    }

    private async Task<string> ReadSumAsync(string key, CancellationToken cancelled)
    {
        using var reader = new StreamReader(await store.OpenAsync(key, cancelled));
        return await reader.ReadToEndAsync(cancelled);
    }

    private ManifestHead HeadOf(BatchOrder order)
    {
        var options = order.Options;
        var said = new Dictionary<string, string> { ["formats"] = string.Join(',', options.Formats) };
        if (options.Edition is { } edition)
            said["edition"] = edition;
        if (options.ThoiDiem is { } date)
            said["thoiDiem"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new ManifestHead(new ManifestProgram(Version, program.Fingerprint), said);
    }

    private static string Version => typeof(Finalizer).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
