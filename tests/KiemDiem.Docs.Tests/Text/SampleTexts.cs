using System.Text.Json;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Text;

/// <summary>The texts of all samples, by the keys of their fields.</summary>
internal static class SampleTexts
{
    public static IReadOnlyList<(string File, string Key, string Text)> All { get; } =
    [
        .. Directory.GetFiles(Repository.Samples, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(Read),
    ];

    /// <summary>Those that TCVN3 and VNI can write: no letters of other languages.</summary>
    public static IReadOnlyList<string> Vietnamese { get; } =
        [.. All.Select(one => one.Text).Where(IsPlain).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string File, string Key, string Text)> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. json.RootElement.EnumerateObject()
                .Where(property => property.Name is not ("form" or "edition"))
                .SelectMany(property => property.Value.ValueKind == JsonValueKind.Array
                    ? property.Value.EnumerateArray().Select(item => (property.Name, item))
                    : [(property.Name, property.Value)])
                .Where(pair => pair.Item2.ValueKind == JsonValueKind.String)
                .Select(pair => (file, pair.Name, pair.Item2.GetString()!)),
        ];
    }

    private static bool IsPlain(string text) => text.IsNormalized() && text.All(c =>
        c < 128 || c > '\u2000' || LegacyBytes.Letters.Contains(c.ToString().ToLowerInvariant()));
}
