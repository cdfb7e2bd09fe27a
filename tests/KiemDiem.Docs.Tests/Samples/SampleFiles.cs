using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Samples;

internal static class SampleFiles
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Repository.Samples, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal),
    ];
}
