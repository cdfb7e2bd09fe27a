namespace KiemDiem.Docs.Batch.Results;

/// <summary>A line of SHA256SUMS, as sha256sum of GNU coreutils writes and checks it.</summary>
public static class CheckSumLine
{
    public const string FileName = "SHA256SUMS";

    /// <summary>A line that begins with a backslash has a name with escapes.</summary>
    /// <param name="sha256">In lower-case hexadecimal digits.</param>
    /// <param name="path">Below the folder of the list, with "/" between the parts.</param>
    public static string Of(string sha256, string path)
    {
        var escaped = path
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
        return $"{(escaped == path ? string.Empty : "\\")}{sha256}  {escaped}\n";
    }
}
