using System.Text;
using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>Refuses a command line whose outputs would overwrite each other or the inputs.</summary>
internal static class NameClashes
{
    /// <exception cref="UsageException">Something would be lost.</exception>
    public static void Refuse(IReadOnlyList<Input> inputs, IEnumerable<string> outputs, string command)
    {
        var named = inputs.Where(input => input.Name is not null).ToList();
        var mistakes = named
            .GroupBy(input => Comparable(input.Name!))
            .Where(group => group.Count() > 1)
            .Select(group => $"Các tệp sau sẽ cho cùng một tên kết quả \"{group.First().Name}\": "
                + $"{string.Join(", ", group.Select(input => input.Label))}.")
            .ToList();

        var sources = named.Where(input => input.Path is not null).Select(input => FullPath(input.Path!)).ToHashSet();
        mistakes.AddRange(
            from path in outputs
            where sources.Contains(FullPath(path))
            select $"Kết quả \"{path}\" sẽ ghi đè lên một tệp đầu vào.");
        if (mistakes.Count > 0)
            throw new UsageException(mistakes, command);
    }

    private static string FullPath(string path) => Comparable(Path.GetFullPath(path));

    /// <summary>Windows and macOS take names that differ in case or in composition for one.</summary>
    private static string Comparable(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
