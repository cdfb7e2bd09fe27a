namespace KiemDiem.Docs.Batch.Sources;

/// <summary>One file of a source.</summary>
/// <param name="Name">
/// How people know it: its name, below the folder that was named, with "/" between the parts. Never the machine's path.
/// </param>
/// <param name="Open">Opens it for reading from its start; the stream can seek. May be called more than once.</param>
public sealed record SourceFile(string Name, Func<Stream> Open)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>A file, or all files of a folder that a source can be made of, in ordinal order.</summary>
    /// <exception cref="UnreadableSourceException">There is no such file, or none in the folder.</exception>
    public static IReadOnlyList<SourceFile> At(string path)
    {
        if (File.Exists(path))
            return [new SourceFile(Path.GetFileName(path), () => OpenFile(path))];
        if (!Directory.Exists(path))
            throw new UnreadableSourceException("Không có tệp hoặc thư mục này.");

        var names = Directory.EnumerateFiles(path, "*", Everything)
            .Where(IsOfSource)
            .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .ToArray();
        if (names.Length == 0)
        {
            throw new UnreadableSourceException(
                "Thư mục không có tệp nguồn nào (.json, .ndjson, .jsonl, .csv, .xlsx).");
        }

        Array.Sort(names, StringComparer.Ordinal);
        return Array.ConvertAll(names, name => new SourceFile(name, () => OpenFile(Path.Combine(path, name))));
    }

    /// <returns>Null where the ending tells nothing.</returns>
    internal static SourceFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".ndjson" or ".jsonl" => SourceFormat.Ndjson,
        ".json" => SourceFormat.Json,
        ".csv" or ".tsv" => SourceFormat.Csv,
        ".xlsx" => SourceFormat.Xlsx,
        _ => null,
    };

    /// <summary>"~$…" is what Excel leaves beside a workbook while it is open; "._…" what macOS leaves.</summary>
    private static bool IsOfSource(string path)
    {
        var name = Path.GetFileName(path);
        return FormatOf(name) is not null && !name.StartsWith("~$", StringComparison.Ordinal)
            && !name.StartsWith('.');
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
}
