using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Zips;

namespace KiemDiem.Docs.Tests.Batch.Results;

public static class VerifyOutputsTests
{
    private const string Loose = "2022/Ổi.pdf";
    private const string Zip = "tep-000001.zip";

    [Fact]
    public static async Task Files_that_are_as_they_were_written_are_all_well() =>
        Assert.Empty(await Faults(Outputs()));

    [Fact]
    public static async Task What_is_missing_or_differs_is_told()
    {
        var outputs = Outputs();
        outputs.Files.Remove(Loose);
        outputs.Files["2022/B.docx"][3] ^= 1;

        Assert.Equal(
            [
                new FaultyOutput(Loose, null, OutputFault.Missing),
                new FaultyOutput("2022/B.docx", null, OutputFault.Different),
            ],
            await Faults(outputs));
    }

    [Fact]
    public static async Task What_is_missing_or_differs_in_a_ZIP_file_is_told()
    {
        var outputs = Outputs();
        outputs.Files[Zip] = Zipped(("in/1.pdf", "one"), ("in/2.pdf", "other"));

        Assert.Equal(
            [
                new FaultyOutput("in/2.pdf", Zip, OutputFault.Different),
                new FaultyOutput("in/3.pdf", Zip, OutputFault.Missing),
            ],
            await Faults(outputs));
    }

    [Fact]
    public static async Task A_byte_that_flipped_within_a_ZIP_file_is_told()
    {
        var outputs = Outputs();
        var content = outputs.Files[Zip].AsSpan().IndexOf("two"u8);
        outputs.Files[Zip][content] ^= 1;

        Assert.Equal([new FaultyOutput("in/2.pdf", Zip, OutputFault.Different)], await Faults(outputs));
    }

    [Theory]
    [InlineData(true, OutputFault.Missing)]
    [InlineData(false, OutputFault.Different)]
    public static async Task Without_its_ZIP_file_or_with_a_broken_one_every_file_in_it_is_told(
        bool missing, OutputFault fault)
    {
        var outputs = Outputs();
        if (missing)
            outputs.Files.Remove(Zip);
        else
            outputs.Files[Zip] = outputs.Files[Zip][..^30];

        Assert.Equal(
            ["in/1.pdf", "in/2.pdf", "in/3.pdf"],
            (await Faults(outputs)).Where(one => one.Fault == fault && one.Zip == Zip).Select(one => one.Path));
    }

    [Fact]
    public static async Task Without_a_manifest_nothing_can_be_told() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => Faults(new MemoryStore()));

    private static async Task<List<FaultyOutput>> Faults(MemoryStore outputs)
    {
        var faults = new List<FaultyOutput>();
        await foreach (var fault in VerifyOutputs.RunAsync(outputs, TestContext.Current.CancellationToken))
            faults.Add(fault);
        return faults;
    }

    /// <summary>A record as files, one that failed, and three in a ZIP file.</summary>
    private static MemoryStore Outputs()
    {
        (string Path, string Text)[] loose = [(Loose, "pdf of a record"), ("2022/B.docx", "Word file of it")];
        (string Path, string Text)[] inZip = [("in/1.pdf", "one"), ("in/2.pdf", "two"), ("in/3.pdf", "three")];
        var store = new MemoryStore();
        foreach (var (path, text) in loose)
            store.Files[path] = Encoding.UTF8.GetBytes(text);
        store.Files[Zip] = Zipped(inZip);
        var lists = ResultListsTests.Write(
        [
            Outcomes.Good with { Files = [.. loose.Select(file => File(file.Path, file.Text, null))] },
            Outcomes.Bad,
            .. inZip.Select(file => Outcomes.Zipped with { Files = [File(file.Path, file.Text, Zip)] }),
        ]);
        store.Files[ResultLists.Manifest] = lists[ResultLists.Manifest];
        return store;
    }

    private static ResultFile File(string path, string text, string? zip) => new(
        path, "pdf", text.Length, 1, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), zip);

    private static byte[] Zipped(params (string Path, string Text)[] files)
    {
        using var target = new MemoryStream();
        var zip = new ChunkZip(target);
        foreach (var (path, text) in files)
            zip.Add(path, Encoding.UTF8.GetBytes(text));
        zip.Complete();
        return target.ToArray();
    }

    private sealed class MemoryStore : IObjectStore
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public async Task PutAsync(string key, Stream content, CancellationToken cancelled)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancelled);
            Files[key] = bytes.ToArray();
        }

        public Task<Stream> OpenAsync(string key, CancellationToken cancelled) => Files.TryGetValue(key, out var bytes)
            ? Task.FromResult<Stream>(new MemoryStream(bytes))
            : throw new FileNotFoundException(key);

        public Task<long?> LengthAsync(string key, CancellationToken cancelled) =>
            Task.FromResult(Files.TryGetValue(key, out var bytes) ? bytes.Length : (long?)null);

        public async IAsyncEnumerable<string> ListAsync(
            string prefix, [EnumeratorCancellation] CancellationToken cancelled)
        {
            await Task.CompletedTask;
            foreach (var key in Files.Keys.Order(StringComparer.Ordinal))
            {
                if (key.StartsWith(prefix, StringComparison.Ordinal))
                    yield return key;
            }
        }

        public Task DeleteAllAsync(string prefix, CancellationToken cancelled)
        {
            foreach (var key in Files.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
                Files.Remove(key);
            return Task.CompletedTask;
        }
    }
}
