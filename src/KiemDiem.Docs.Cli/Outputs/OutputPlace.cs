using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>What -o names: a folder, one file, or standard output.</summary>
/// <param name="Folder">Where files go; nowhere where they go to standard output.</param>
/// <param name="SingleFile">The name of the one file that is wanted; null for names after the inputs.</param>
/// <param name="IsStandardOutput">Whether it is "-".</param>
/// <param name="Command">As it was typed, for messages.</param>
internal sealed record OutputPlace(string Folder, string? SingleFile, bool IsStandardOutput, string Command)
{
    private const string StandardOutput = "-";

    /// <summary>
    /// A name with the ending of a format is a file where one record is rendered to one format; untold, that of the
    /// ending. Everything else is a folder.
    /// </summary>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static (OutputPlace Place, IReadOnlyList<OutputFormat> Formats) Choose(
        string path, string? format, IReadOnlyList<string> typed, string command)
    {
        var formats = OutputFormats.Parse(format ?? OutputFormats.Default, command);
        if (path == StandardOutput)
            return (new OutputPlace(string.Empty, null, IsStandardOutput: true, command), formats);
        if (IsOneRecord(typed) && OutputFormats.OfEnding(path) is { } ending && !Directory.Exists(path)
            && (format is null || formats.Count == 1))
        {
            return format is null || formats[0] == ending
                ? (File(path, command), [ending])
                : throw new UsageException(
                    [$"Kết quả \"{path}\" có đuôi của định dạng khác với --format {format}."], command);
        }

        if (path.Length == 0 || System.IO.File.Exists(path))
            throw new UsageException([$"Nơi ghi kết quả \"{path}\" không phải là thư mục."], command);
        return (new OutputPlace(path, null, IsStandardOutput: false, command), formats);
    }

    /// <summary>Every file that the inputs become, as far as that can be told before they are read.</summary>
    public IEnumerable<string> FilesOf(IEnumerable<Input> inputs, IReadOnlyList<OutputFormat> formats) =>
        SingleFile is { } single
            ? [Path.Combine(Folder, single)]
            : inputs.Where(input => input.Name is not null).SelectMany(input => formats.Select(
                format => Path.Combine(Folder, OutputFormats.FileName(input.Name!, format))));

    private static OutputPlace File(string path, string command) => new(
        Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".",
        Path.GetFileName(path),
        IsStandardOutput: false,
        command);

    private static bool IsOneRecord(IReadOnlyList<string> typed) => typed is [var only] && !Directory.Exists(only);
}
