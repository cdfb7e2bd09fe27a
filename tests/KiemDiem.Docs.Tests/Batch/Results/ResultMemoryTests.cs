using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Results;

[Collection(nameof(Alone))]
public static class ResultMemoryTests
{
    /// <summary>A hundred thousand records are more than 60 MB of JSON: neither end may hold them.</summary>
    [Fact]
    public static void Neither_writing_nor_reading_keeps_the_records()
    {
        const int Count = 100_000;
        using var folder = new TempFolder();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var largest = 0L;
        using (var lists = new ResultLists(name => File.Create(folder.File(name)), Outcomes.Head))
        {
            foreach (var result in Outcomes.Many(Count))
            {
                lists.Add(result, "{}"u8);
                if (result.Number % (Count / 5) == 0)
                    largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            lists.Complete();
        }

        using var stream = File.OpenRead(folder.File(ResultLists.Manifest));
        foreach (var result in ManifestReader.Open(stream).Records())
        {
            if (result.Number % (Count / 5) == 0)
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.InRange(stream.Length, 60_000_000, long.MaxValue);
        Assert.InRange(largest, 0, 6_000_000);
    }
}
