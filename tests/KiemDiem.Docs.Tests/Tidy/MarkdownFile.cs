using System.Text;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>A document of the repository as its tests read it: text, links, tables.</summary>
internal sealed partial class MarkdownFile
{
    private MarkdownFile(string path)
    {
        Path = System.IO.Path.Combine(Repository.Root, path);
        Text = File.ReadAllText(Path);
    }

    public static MarkdownFile Of(string path) => new(path);

    /// <summary>README.md and everything under docs/, by path from the root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md",
        .. Directory.GetFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    public string Path { get; }

    public string Text { get; }

    /// <summary>Targets of links and pictures, those in code left out.</summary>
    public IEnumerable<string> Links => Link().Matches(Code().Replace(Text, string.Empty))
        .Select(match => match.Groups[1].Value);

    /// <summary>What a heading is called in a link, as GitHub names it.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Fence().Replace(Text, string.Empty))
        .Select(match => Anchor(match.Groups[1].Value));

    /// <summary>The rows of the tables from a heading to the next: cells without their backticks.</summary>
    public IReadOnlyList<string[]> Rows(string heading)
    {
        var start = Text.IndexOf("\n" + heading + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Path} has no heading '{heading}'.");
        var section = Text[(start + heading.Length + 1)..];
        var end = section.IndexOf("\n#", StringComparison.Ordinal);
        return [.. RowsOf(end < 0 ? section : section[..end])];
    }

    /// <summary>The rows of all tables; heads and the lines below them left out.</summary>
    public IReadOnlyList<string[]> Rows() => [.. RowsOf(Text)];

    private static IEnumerable<string[]> RowsOf(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var isHead = i + 1 < lines.Length && lines[i + 1].StartsWith("|---", StringComparison.Ordinal);
            if (lines[i].StartsWith("| ", StringComparison.Ordinal) && !isHead)
                yield return [.. lines[i].Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
        }
    }

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                anchor.Append(c);
            else if (c == ' ')
                anchor.Append('-');
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
