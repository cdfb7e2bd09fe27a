using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Api.Batches;

/// <summary>A batch from its source to its files, as another program drives it.</summary>
public sealed class BatchLifeTests : IDisposable
{
    private readonly ApiService service = BatchCalls.Service();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task What_is_handed_in_is_taken_at_once_and_its_address_told()
    {
        using var response = await service.SubmitAsync(BatchCalls.Records(5));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var status = await ApiService.JsonAsync(response);
        Assert.Matches("^[0-9a-f]{32}$", (string?)status["id"]);
        Assert.Equal($"/v1/batches/{status["id"]}", response.Headers.Location?.ToString());
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal((string?)status["links"]!["self"], response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Every_record_has_its_line_in_the_manifest_and_every_file_is_in_the_zip()
    {
        var address = await service.BeginAsync(BatchCalls.Records(35, wrong: [7, 31]));
        var status = await service.EndAsync(address);

        Assert.Equal("done", (string?)status["state"]);
        Assert.Equal((35, 33, 2), ((int)status["total"]!, (int)status["done"]!, (int)status["failed"]!));
        Assert.Equal(0, (double?)status["remainingSeconds"] ?? 0);

        var manifest = JsonNode.Parse(await TextAsync($"{address}/manifest?format=json"))!;
        var records = manifest["records"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 35), records.Select(record => (int)record!["number"]!));
        var table = await TextAsync($"{address}/manifest");
        Assert.Equal(1 + 35, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        using var zip = new ZipArchive(new MemoryStream(await BytesAsync($"{address}/files.zip")));
        foreach (var file in records.SelectMany(record => record!["files"]?.AsArray() ?? []))
        {
            using var content = zip.GetEntry((string)file!["path"]!)!.Open();
            var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancelled));
            Assert.Equal((string?)file["sha256"], sum);
        }

        Assert.Equal(33, zip.Entries.Count(entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.NotNull(zip.GetEntry("manifest.csv"));
        Assert.NotNull(zip.GetEntry("SHA256SUMS"));
    }

    [Fact]
    public async Task Other_programs_unpack_the_zip_and_find_the_sums_right()
    {
        var address = await service.BeginAsync(BatchCalls.Records(12), "?format=pdf,docx");
        await service.EndAsync(address);
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("lo.zip"), await BytesAsync($"{address}/files.zip"), Cancelled);

        Tool.Run("unzip", ["-q", folder.File("lo.zip"), "-d", folder.File("lo")]);
        var sums = Tool.Run("sh", ["-c", $"cd '{folder.File("lo")}' && sha256sum -c SHA256SUMS"]);

        Assert.Equal(24, sums.Split('\n').Count(line => line.EndsWith("OK", StringComparison.Ordinal)
            && (line.Contains(".pdf", StringComparison.Ordinal) || line.Contains(".docx", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Problems_come_page_by_page_with_their_places()
    {
        var address = await service.BeginAsync(BatchCalls.Records(30, wrong: [3, 12, 13, 29]));
        await service.EndAsync(address);
        var lines = new List<int>();

        for (var next = $"{address}?problems=2"; next is not null;)
        {
            var page = (await service.StatusAsync(next))["problems"]!;
            foreach (var item in page["items"]!.AsArray())
            {
                lines.Add((int)item!["line"]!);
                Assert.Equal((int)item["line"]!, (int)item["record"]!);
                Assert.Equal("/hoTenn", (string?)item["errors"]![0]!["pointer"]);
                Assert.Equal("unknownKey", (string?)item["errors"]![0]!["code"]);
            }

            Assert.InRange(page["items"]!.AsArray().Count, 1, 2);
            next = (string?)page["next"];
        }

        Assert.Equal([3, 12, 13, 29], lines);
        Assert.Null((await service.StatusAsync($"{address}?problems=0"))["problems"]);
    }

    [Fact]
    public async Task The_errors_are_a_table_for_those_who_mend_them()
    {
        var address = await service.BeginAsync(BatchCalls.Records(30, wrong: [3, 12]));
        await service.EndAsync(address);

        using var response = await service.GetAsync($"{address}/errors");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("errors.csv", response.Content.Headers.ContentDisposition?.FileName);
        var rows = (await response.Content.ReadAsStringAsync(Cancelled)).Split("\r\n")[1..^1];
        Assert.Equal(["3", "12"], rows.Select(row => row.Split(',')[0]));
        Assert.All(rows, row => Assert.Contains("unknownKey", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_whole_only_at_the_end_is_not_given_out_before()
    {
        var address = await service.BeginAsync(BatchCalls.Records(1_500, wrong: [1]));
        await service.UntilAsync(address, status => (int)status["failed"]! > 0);

        using var manifest = await service.GetAsync($"{address}/manifest");
        using var files = await service.GetAsync($"{address}/files.zip");
        var errors = await TextAsync($"{address}/errors");
        var state = (string?)(await service.StatusAsync(address))["state"];
        using var stopped = await service.Client.DeleteAsync(address, Cancelled);

        Assert.Contains(state, (string[])["ingesting", "running"]);
        Assert.Equal(HttpStatusCode.Conflict, manifest.StatusCode);
        Assert.Equal("batchNotDone", await BatchCalls.CodeOfAsync(manifest));
        Assert.Equal(HttpStatusCode.Conflict, files.StatusCode);
        Assert.Equal("batchNotEnded", await BatchCalls.CodeOfAsync(files));
        Assert.Contains("unknownKey", errors, StringComparison.Ordinal);
        var list = Encoding.UTF8.GetString(await BytesAsync($"{address}/errors"));
        Assert.StartsWith("\uFEFF", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_stopped_stops_within_two_seconds_keeps_what_is_done_and_goes_on_when_told()
    {
        const int Count = 800;
        var address = await service.BeginAsync(BatchCalls.Records(Count));
        await service.UntilAsync(address, status => (int)status["done"]! > 0);

        using var stopped = await service.Client.DeleteAsync(address, Cancelled);
        Assert.Equal("cancelled", (string?)(await ApiService.JsonAsync(stopped))["state"]);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancelled);
        var after = (int)(await service.StatusAsync(address))["done"]!;
        await Task.Delay(TimeSpan.FromSeconds(2), Cancelled);
        var later = await service.StatusAsync(address);
        Assert.Equal(after, (int)later["done"]!);
        Assert.InRange(after, 1, Count - 1);

        using var again = await service.Client.DeleteAsync(address, Cancelled);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using (var zip = new ZipArchive(new MemoryStream(await BytesAsync($"{address}/files.zip"))))
            Assert.InRange(zip.Entries.Count, after, Count - 1);

        using var resumed = await service.SendAsync((string)later["links"]!["resume"]!, new StringContent(""));
        Assert.Equal(HttpStatusCode.Accepted, resumed.StatusCode);
        var status = await service.EndAsync(address);
        Assert.Equal(("done", Count), ((string?)status["state"], (int)status["done"]!));
        var manifest = JsonNode.Parse(await TextAsync($"{address}/manifest?format=json"))!;
        Assert.Equal(
            Enumerable.Range(1, Count), manifest["records"]!.AsArray().Select(record => (int)record!["number"]!));
    }

    [Fact]
    public async Task A_batch_that_is_done_is_neither_stopped_nor_begun_again()
    {
        var address = await service.BeginAsync(BatchCalls.Records(3));
        await service.EndAsync(address);

        using var stopped = await service.Client.DeleteAsync(address, Cancelled);
        using var resumed = await service.SendAsync($"{address}/resume", new StringContent(""));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (stopped.StatusCode, resumed.StatusCode));
        Assert.Equal("done", (string?)(await ApiService.JsonAsync(stopped))["state"]);
        Assert.Equal("done", (string?)(await ApiService.JsonAsync(resumed))["state"]);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var response = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ApiService.BytesAsync(response);
    }
}
