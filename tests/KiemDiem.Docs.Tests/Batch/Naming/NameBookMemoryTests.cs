using System.Globalization;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Naming;

[Collection(nameof(Alone))]
public static class NameBookMemoryTests
{
    [Fact]
    public static void A_million_names_take_no_more_than_forty_bytes_each()
    {
        const int Names = 1_000_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var book = new NameBook();
        for (var i = 0; i < Names; i++)
            book.Take(string.Create(CultureInfo.InvariantCulture, $"2022/Chi-bộ-{i % 997}/Nguyễn-Văn-{i}"));

        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(Names, book.Count);
        Assert.InRange((after - before) / (double)Names, 16, 40);
    }
}
