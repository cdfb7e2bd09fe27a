namespace KiemDiem.Docs.Tests.Cli;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kiemdiem-test-");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file, and its folders.</summary>
    /// <returns>Its path.</returns>
    public string Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Every file below, with / on every system, in order; hidden ones too.</summary>
    public IReadOnlyList<string> Files(string below = "")
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        return !Directory.Exists(this[below])
            ? []
            : [.. Directory.GetFiles(this[below], "*", options)
                .Select(file => Path.GetRelativePath(this[below], file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
