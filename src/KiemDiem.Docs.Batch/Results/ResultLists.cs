using System.Text;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>
/// The lists at the end of a batch, written record by record: what was made, what failed, what is to be mended, and the
/// sums of it all.
/// </summary>
public sealed class ResultLists : IDisposable
{
    /// <summary>For programs.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>For spreadsheets.</summary>
    public const string ManifestTable = "manifest.csv";

    public const string Errors = "errors.csv";

    /// <summary>Cần sửa: the records that failed, as they came. Only there where one is.</summary>
    public const string ToMend = "can-sua.ndjson";

    public const string CheckSums = CheckSumLine.FileName;

    private readonly Func<string, Stream> open;
    private readonly List<(string Name, HashingStream Stream)> hashed = [];
    private readonly ManifestCsv manifestCsv;
    private readonly ManifestJson manifestJson;
    private readonly ErrorsCsv errorsCsv;
    private readonly StreamWriter sums;
    private HashingStream? toMend;

    /// <param name="open">Opens a list for writing, by its name; the stream is disposed of here.</param>
    /// <param name="head">Of manifest.json.</param>
    public ResultLists(Func<string, Stream> open, ManifestHead head)
    {
        this.open = open;
        manifestCsv = new ManifestCsv(Open(ManifestTable));
        manifestJson = new ManifestJson(Open(Manifest), head);
        errorsCsv = new ErrorsCsv(Open(Errors));
        sums = new StreamWriter(open(CheckSums), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32 * 1024);
    }

    /// <summary>Adds a record; in the order of their numbers.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="json">
    /// The record on one line; only looked at where it failed. Empty where it could not be read: then there is nothing
    /// to mend but the source.
    /// </param>
    public void Add(RecordResult result, ReadOnlySpan<byte> json)
    {
        manifestCsv.Add(result);
        manifestJson.Add(result);
        errorsCsv.Add(result);
        foreach (var file in result.Files.Where(file => file.Zip is null))
            AddSum(file.Path, file.Sha256);
        if (result.IsDone || json.IsEmpty)
            return;
        toMend ??= Open(ToMend);
        toMend.Write(json);
        toMend.Write("\n"u8);
    }

    /// <summary>Adds a file that is no record's own: a ZIP file, an index.</summary>
    public void AddSum(string path, string sha256) => sums.Write(CheckSumLine.Of(sha256, path));

    /// <summary>Ends all lists. The sums of the lists stand at the end of the sums.</summary>
    public ManifestTotals Complete()
    {
        var totals = manifestJson.Complete();
        DisposeLists();
        foreach (var (name, stream) in hashed)
            AddSum(name, stream.Sha256());
        sums.Dispose();
        return totals;
    }

    public void Dispose()
    {
        DisposeLists();
        sums.Dispose();
        foreach (var (_, stream) in hashed)
            stream.Dispose();
    }

    private void DisposeLists()
    {
        manifestCsv.Dispose();
        manifestJson.Dispose();
        errorsCsv.Dispose();
        toMend?.Dispose();
    }

    private HashingStream Open(string name)
    {
        var stream = new HashingStream(open(name));
        hashed.Add((name, stream));
        return stream;
    }
}
