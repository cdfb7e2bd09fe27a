using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Outputs;

internal enum OutputFormat
{
    Docx,
    Pdf,
    Png,
}

internal static class OutputFormats
{
    public const string Default = "docx,pdf";

    private static readonly IReadOnlyDictionary<string, OutputFormat> ByName =
        new Dictionary<string, OutputFormat>(StringComparer.OrdinalIgnoreCase)
        {
            ["docx"] = OutputFormat.Docx,
            ["pdf"] = OutputFormat.Pdf,
            ["png"] = OutputFormat.Png,
        };

    /// <summary>Reads "docx,pdf".</summary>
    /// <exception cref="UsageException">One of them is no format.</exception>
    public static IReadOnlyList<OutputFormat> Parse(string text, string command)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.FirstOrDefault(name => !ByName.ContainsKey(name)) is { } unknown
            ? throw new UsageException(
                [$"Không có định dạng \"{unknown}\"; các định dạng: {string.Join(", ", ByName.Keys)}."], command)
            : [.. names.Select(name => ByName[name]).Distinct()];
    }

    /// <summary>The format that a file name ends with; null where it ends with none.</summary>
    public static OutputFormat? OfEnding(string path) =>
        ByName.TryGetValue(Path.GetExtension(path).TrimStart('.'), out var format) ? format : null;

    /// <summary>The file of a page of PNG, from 1, or the one file of another format.</summary>
    public static string FileName(string name, OutputFormat format, int page = 1) => format switch
    {
        OutputFormat.Docx => $"{name}.docx",
        OutputFormat.Pdf => $"{name}.pdf",
        _ => FormattableString.Invariant($"{name}-{page}.png"),
    };
}
