using System.Security.Cryptography;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public sealed class ArchiveWriterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_folder_gets_its_four_files_and_the_root_the_list_of_all()
    {
        var files = await Write(
            Of("2022/B", 1), Of("2021/A", 2), Of("2022/B", 3), Of("2021/A", 4), Of("2022/A", 5));

        Assert.Equal(
            [
                "2021/A/ho-so.json", "2021/A/ho-so.xml", "2021/A/muc-luc.pdf", "2021/A/muc-luc.xlsx",
                "2022/A/ho-so.json", "2022/A/ho-so.xml", "2022/A/muc-luc.pdf", "2022/A/muc-luc.xlsx",
                "2022/B/ho-so.json", "2022/B/ho-so.xml", "2022/B/muc-luc.pdf", "2022/B/muc-luc.xlsx",
                "muc-luc.pdf", "muc-luc.xlsx",
            ],
            files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal(Tree(), files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_said_of_a_file_is_true_of_its_bytes() => Assert.All(
        await Write(Of("2022/A", 1), Of("2022/B", 2)),
        file =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder.Path, "out", file.Path));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
            Assert.Equal(bytes.Length, file.Bytes);
        });

    [Fact]
    public async Task The_same_results_in_another_order_give_the_same_bytes()
    {
        RecordResult[] results = [.. Enumerable.Range(1, 40).Select(number => Of($"2022/{number % 3}", number))];

        var forwards = await Write(results);
        var backwards = await Write([.. results.Reverse()]);

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public async Task A_record_that_nothing_was_made_of_is_passed_over() => Assert.Empty(await Write(
        Of("2022/A", 1) with { Problems = [new Problem(FieldPath.Root, "x", "X.")], Files = [] },
        Of("2022/A", 2) with { Archive = null }));

    [Fact]
    public async Task A_document_outside_of_any_folder_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(
            Of("2022/A", 1) with { Files = [Of("2022/A", 1).Files[0] with { Path = "a.pdf" }] }));

    [Fact]
    public async Task A_large_file_goes_on_in_a_second_volume_beside_the_first()
    {
        var files = await Write([.. Enumerable.Range(1, 1_000).Select(number => Of("2022/A", number))]);

        Assert.Equal(
            [
                "2022/A/ho-so-tap-2.json", "2022/A/ho-so-tap-2.xml", "2022/A/ho-so.json", "2022/A/ho-so.xml",
                "2022/A/muc-luc-tap-2.pdf", "2022/A/muc-luc-tap-2.xlsx", "2022/A/muc-luc.pdf", "2022/A/muc-luc.xlsx",
                "muc-luc.pdf", "muc-luc.xlsx",
            ],
            files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("muc-luc.pdf", true)]
    [InlineData("MUC-LUC.pdf", true)]
    [InlineData("muc-luc-tap-12.pdf", true)]
    [InlineData("ho-so.docx", true)]
    [InlineData("ho-so-Nguyen-Van-An.pdf", false)]
    [InlineData("Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.pdf", false)]
    public void Names_of_its_own_files_are_taken(string name, bool isTaken) =>
        Assert.Equal(isTaken, ArchiveNames.AreTakenFor(name));

    private ArchiveWriter Writer =>
        new(
            new FileStore(folder.Path, folder.File(".tmp"), survivesPowerCut: false),
            Engine.Renderer.Forms.Editions[^1].TheThuc,
            Engine.Fonts);

    private static RecordResult Of(string place, int number) => Entries.Result(
        Entries.Document(Entries.Review("Nguyễn Văn An", birth: null) with { DonVi = place }, number, place));

    private Task<List<ArchiveFile>> Write(params RecordResult[] results) => Entries.ListAsync(
        Writer.WriteAsync(Entries.Stream(results), "out/", "scratch/", TestContext.Current.CancellationToken));

    private IEnumerable<string> Tree() => Directory
        .GetFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(folder.Path, "out"), file))
        .Order(StringComparer.Ordinal);
}
