using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>Stand-in until the sources are merged.</summary>
public static class SourceReader
{
    public static OpenSource Open(IReadOnlyList<SourceFile> files, SourceOptions options, FormLibrary forms) => new([], options.Form is null && forms.FormIds.Count > 0 ? Lines(files) : Lines(files));

    public static IReadOnlyList<SourceFile> FilesOf(string path) =>
        File.Exists(path) ? [new SourceFile(Path.GetFileName(path), () => File.OpenRead(path))] : throw new UnreadableSourceException("Không có.");

    private static IEnumerable<SourceRecord> Lines(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.Open());
            var n = 0L;
            while (reader.ReadLine() is { } line)
                yield return new SourceRecord(new SourcePlace(file.Name, ++n), System.Text.Encoding.UTF8.GetBytes(line), []);
        }
    }
}
