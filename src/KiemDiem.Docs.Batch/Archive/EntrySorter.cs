using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// Puts any number of documents in order with bounded memory: sorted runs go to the store, and are then read side by
/// side.
/// </summary>
/// <param name="store">Where runs wait.</param>
/// <param name="scratch">A prefix of their own that ends with "/"; it is empty afterwards.</param>
/// <param name="runBytes">How much is sorted at a time. There is one open reader for each run.</param>
internal sealed class EntrySorter(IObjectStore store, string scratch, int runBytes = EntrySorter.DefaultRunBytes)
{
    /// <summary>About 40,000 documents; a million of them make some 25 runs.</summary>
    public const int DefaultRunBytes = 16 * 1024 * 1024;

    private readonly List<(ArchivedDocument Document, byte[] Line)> run = [];
    private int bytes;
    private int runs;

    public async Task AddAsync(ArchivedDocument document, CancellationToken cancelled)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(document, SpillJson.Context.ArchivedDocument);
        run.Add((document, line));
        bytes += line.Length;
        if (bytes >= runBytes)
            await SpillAsync(cancelled);
    }

    /// <summary>Everything that was added, in order. To be gone through once.</summary>
    public async IAsyncEnumerable<ArchivedDocument> SortedAsync(
        [EnumeratorCancellation] CancellationToken cancelled)
    {
        if (runs == 0)
        {
            foreach (var (document, _) in run.OrderBy(item => item.Document))
                yield return document;
            yield break;
        }

        await SpillAsync(cancelled);
        var readers = new List<StreamReader>();
        try
        {
            var heads = new PriorityQueue<StreamReader, ArchivedDocument>();
            for (var i = 0; i < runs; i++)
            {
                var reader = new StreamReader(await store.OpenAsync(KeyOf(i), cancelled), Encoding.UTF8);
                readers.Add(reader);
                await AdvanceAsync(heads, reader, cancelled);
            }

            while (heads.TryDequeue(out var reader, out var document))
            {
                yield return document;
                await AdvanceAsync(heads, reader, cancelled);
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private static async Task AdvanceAsync(
        PriorityQueue<StreamReader, ArchivedDocument> heads, StreamReader reader, CancellationToken cancelled)
    {
        if (await reader.ReadLineAsync(cancelled) is { } line)
            heads.Enqueue(reader, JsonSerializer.Deserialize(line, SpillJson.Context.ArchivedDocument)!);
    }

    private async Task SpillAsync(CancellationToken cancelled)
    {
        if (run.Count == 0)
            return;
        using var content = new MemoryStream(bytes + run.Count);
        foreach (var (_, line) in run.OrderBy(item => item.Document))
        {
            content.Write(line);
            content.WriteByte((byte)'\n');
        }

        content.Position = 0;
        await store.PutAsync(KeyOf(runs), content, cancelled);
        runs++;
        run.Clear();
        bytes = 0;
    }

    private string KeyOf(int number) => scratch + number.ToString("00000", CultureInfo.InvariantCulture);
}
