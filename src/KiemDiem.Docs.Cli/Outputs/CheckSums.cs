using System.Text;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>The sums of all files of a run, as sha256sum of GNU coreutils writes and checks them.</summary>
internal sealed class CheckSums
{
    public const string FileName = "SHA256SUMS";

    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    public bool IsEmpty => sums.Count == 0;

    public void Add(RecordFile file) => sums[file.Path.Replace(Path.DirectorySeparatorChar, '/')] = file.File.Sha256;

    public OutputFile ToFile() => new(
        FileName, Encoding.UTF8.GetBytes(string.Concat(sums.Select(sum => Line(sum.Value, sum.Key)))));

    /// <summary>A line that begins with a backslash has a name with escapes.</summary>
    private static string Line(string sum, string name)
    {
        var escaped = name
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
        return $"{(escaped == name ? string.Empty : "\\")}{sum}  {escaped}\n";
    }
}
