using KiemDiem.Docs.Batch.Archive;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public static class VolumesTests
{
    [Fact]
    public static async Task A_folder_is_a_file_without_volumes_while_it_is_small_enough() => Assert.Equal(
        ["A: 1 to 999", "B: 1 to 1"],
        await Cut([.. Many(999, "A"), .. Many(1, "B")]));

    [Fact]
    public static async Task The_thousandth_document_begins_a_second_volume() => Assert.Equal(
        ["A, 1: 1 to 999", "A, 2: 1000 to 1998", "A, 3: 1999 to 2001", "B: 1 to 2"],
        await Cut([.. Many(2_001, "A"), .. Many(2, "B")]));

    [Fact]
    public static async Task So_does_the_ten_thousandth_page() => Assert.Equal(
        ["A, 1: 1 to 1", "A, 2: 2 to 2"],
        await Cut([.. Many(2, "A", pages: 5_000)]));

    [Fact]
    public static async Task Exactly_as_many_pages_as_can_be_told_are_one_volume() => Assert.Equal(
        ["A: 1 to 9"],
        await Cut([.. Many(9, "A", pages: 1_111)]));

    private static IEnumerable<ArchivedDocument> Many(int count, string folder, int pages = 1) => Enumerable
        .Range(1, count)
        .Select(number => Entries.Document(Entries.Review("Nguyễn Văn An") with { SoTrang = pages }, number, folder));

    private static async Task<List<string>> Cut(IEnumerable<ArchivedDocument> documents) =>
    [
        .. (await Entries.ListAsync(Volumes.Of(Entries.Stream(documents)))).Select(unit =>
            unit.Folder + (unit.Volume is { } volume ? $", {volume}" : string.Empty)
                + $": {unit.Documents[0].Number} to {unit.Documents[^1].Number}"),
    ];
}
