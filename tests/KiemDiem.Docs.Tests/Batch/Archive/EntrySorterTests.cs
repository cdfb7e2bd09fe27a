using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public static class EntrySorterTests
{
    private const string Scratch = "scratch/";

    [Fact]
    public static async Task Documents_come_out_folder_by_folder_in_the_order_of_their_dates()
    {
        ArchivedDocument[] documents =
        [
            Of("B", "2022-01-01", 1), Of("A", null, 2), Of("A", "2022-12-02", 3), Of("A", "2022-12", 4),
            Of("A", "2022-11-30", 5), Of("A", "2022-12-02", 6), Of("A/B", "2022-01-01", 7),
        ];

        var sorted = await Sort(documents, EntrySorter.DefaultRunBytes);

        Assert.Equal([5, 4, 3, 6, 2, 7, 1], sorted.Select(document => document.Number));
    }

    /// <summary>With runs of one document, of a few, and with everything in memory.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    [InlineData(EntrySorter.DefaultRunBytes)]
    public static async Task The_order_is_the_same_however_much_fits_into_memory(int runBytes)
    {
        var documents = Enumerable.Range(1, 200)
            .Select(number => Of($"{number * 7 % 13}", $"2022-{(number * 5 % 12) + 1:00}-01", number))
            .ToList();

        Assert.Equal(documents.Order(), await Sort(documents, runBytes));
    }

    private static ArchivedDocument Of(string folder, string? date, long number) =>
        Entries.Document(Entries.Review("Nguyễn Văn Ân", birth: null) with { NgayVanBan = date }, number, folder);

    private static async Task<List<ArchivedDocument>> Sort(IEnumerable<ArchivedDocument> documents, int runBytes)
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path, folder.File(".tmp"), survivesPowerCut: false);
        var sorter = new EntrySorter(store, Scratch, runBytes);
        foreach (var document in documents)
            await sorter.AddAsync(document, TestContext.Current.CancellationToken);
        return await Entries.ListAsync(sorter.SortedAsync(TestContext.Current.CancellationToken));
    }
}
