using System.IO.Enumeration;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>Turns what was typed as TỆP into records, in the order they were typed.</summary>
internal static class InputList
{
    public const string StandardInput = "-";

    private const string Extension = ".json";

    /// <exception cref="UsageException">Something is not there; all of it at once.</exception>
    public static IReadOnlyList<Input> Expand(IReadOnlyList<string> typed, string command)
    {
        var inputs = new List<Input>();
        var mistakes = new List<string>();
        if (typed.Count(IsStandardInput) > 1)
            mistakes.Add("Đầu vào chuẩn (dấu -) chỉ được ghi một lần.");
        foreach (var path in typed)
        {
            if (IsStandardInput(path))
                inputs.Add(new Input(StandardInput, null, null));
            else if (Directory.Exists(path))
                AddFolder(path, inputs, mistakes);
            else if (File.Exists(path))
                inputs.Add(new Input(path, path, NameOf(Path.GetFileName(path))));
            else
                mistakes.Add(Absent(path));
        }

        return mistakes.Count == 0 ? inputs : throw new UsageException(mistakes, command);
    }

    private static bool IsStandardInput(string path) => path == StandardInput;

    private static void AddFolder(string folder, List<Input> inputs, List<string> mistakes)
    {
        try
        {
            var files = FilesBelow(folder).Order(StringComparer.Ordinal).ToList();
            if (files.Count == 0)
                mistakes.Add($"Thư mục \"{folder}\" không có tệp {Extension} nào.");
            inputs.AddRange(files.Select(file => new Input(file, file, NameOf(Path.GetRelativePath(folder, file)))));
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            mistakes.Add($"Không đọc được thư mục \"{folder}\": {IoReason.Of(e)}.");
        }
    }

    /// <summary>
    /// As a shell's pattern would: names that begin with a dot are left out; links to folders are not entered, since
    /// they may lead back.
    /// </summary>
    private static FileSystemEnumerable<string> FilesBelow(string folder) => new(
        folder,
        static (ref entry) => entry.ToSpecifiedFullPath(),
        new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.None,
        })
    {
        ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !IsHidden(entry.FileName)
            && entry.FileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase),
        ShouldRecursePredicate = static (ref entry) => !IsHidden(entry.FileName)
            && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');

    /// <summary>The path without its extension; a file called only ".json" keeps it.</summary>
    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path).Length == 0 ? path : Path.ChangeExtension(path, null);

    /// <summary>The parser takes a mistyped option for one more file.</summary>
    private static string Absent(string path) => path switch
    {
        ['-', ..] => $"Không có tệp hay tùy chọn \"{path}\".",
        _ when path.AsSpan().ContainsAny('*', '?') => $"Không có tệp nào khớp với \"{path}\".",
        _ => $"Không có tệp \"{path}\".",
    };
}
