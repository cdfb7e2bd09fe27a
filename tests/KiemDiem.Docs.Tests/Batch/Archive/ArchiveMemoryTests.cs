using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Archive;

[Collection(nameof(Alone))]
public static class ArchiveMemoryTests
{
    /// <summary>What stays alive is a run of the sorter and a file, not the documents.</summary>
    [Fact]
    public static async Task Memory_does_not_grow_with_the_number_of_documents()
    {
        const int Documents = 100_000;
        const int Folders = 1_000;
        const int RunBytes = 4 * 1024 * 1024;
        using var folder = new TempFolder();
        var review = Entries.Review("Nguyễn Văn Ân", birth: null) with { NgayVanBan = "2022-12-02" };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = 0L;
        var store = new FileStore(folder.Path, folder.File(".tmp"), survivesPowerCut: false);
        var sorter = new EntrySorter(store, "scratch/", RunBytes);
        for (var number = 0; number < Documents; number++)
        {
            await sorter.AddAsync(
                Entries.Document(review, number, $"2022/Don-vi-{number * 7 % Folders}"),
                TestContext.Current.CancellationToken);
            Measure(number % 20_000);
        }

        var files = 0;
        var sorted = sorter.SortedAsync(TestContext.Current.CancellationToken);
        await foreach (var unit in Volumes.Of(sorted, cancelled: TestContext.Current.CancellationToken))
        {
            Assert.Equal(Documents / Folders, unit.Documents.Count);
            Measure(files++ % 200);
        }

        Assert.Equal(Folders, files);
        Assert.InRange(highest, 0, 6 * RunBytes);

        void Measure(int turn)
        {
            if (turn == 0)
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
    }
}
