namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>A file to write.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record OutputFile(string Path, byte[] Bytes);

/// <summary>Where files appear: whole, or not at all.</summary>
internal sealed class OutputFolder(string root)
{
    public string Root { get; } = root;

    /// <summary>Writes the files of one record. All are on the disk before the first gets its name.</summary>
    /// <returns>Where they are.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<OutputFile> files)
    {
        var waiting = new List<(string Temporary, string Final)>();
        try
        {
            foreach (var file in files)
                waiting.Add(WriteAside(file, Path.Combine(Root, file.Path)));
            foreach (var (temporary, final) in waiting)
                File.Move(temporary, final, overwrite: true);
        }
        finally
        {
            foreach (var (temporary, _) in waiting)
                File.Delete(temporary);
        }

        return [.. waiting.Select(file => file.Final)];
    }

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>In the same folder, since a move between two disks would be a copy.</summary>
    private static (string Temporary, string Final) WriteAside(OutputFile file, string final)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(final))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".kiemdiem-{Path.GetRandomFileName()}.tmp");
        try
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            stream.Write(file.Bytes);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        return (temporary, final);
    }
}
