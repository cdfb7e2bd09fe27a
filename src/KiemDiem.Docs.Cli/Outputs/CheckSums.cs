using System.Text;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>The sums of all files of a run, as sha256sum of GNU coreutils writes and checks them.</summary>
internal sealed class CheckSums
{
    public const string FileName = CheckSumLine.FileName;

    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    public bool IsEmpty => sums.Count == 0;

    public void Add(RecordFile file) => sums[file.Path.Replace(Path.DirectorySeparatorChar, '/')] = file.File.Sha256;

    public OutputFile ToFile() => new(
        FileName, Encoding.UTF8.GetBytes(string.Concat(sums.Select(sum => CheckSumLine.Of(sum.Value, sum.Key)))));
}
