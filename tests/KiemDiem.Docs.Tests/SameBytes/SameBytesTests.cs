using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.SameBytes;

/// <summary>The same record, edition and options give the same bytes, wherever and whenever.</summary>
public static class SameBytesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public static void One_hundred_runs_at_once_give_the_same_bytes()
    {
        var json = File.ReadAllBytes(Path.Combine(Repository.Samples, "2019", "ban-kiem-diem-ca-nhan", "day-du.json"));
        var (docx, pdf, png) = (new Sums(), new Sums(), new Sums());

        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var renderer = Engine.Renderer;
            var record = renderer.Check(json).ValueOrThrow();
            docx.Add(renderer.MakeDocx(record).Sha256);
            pdf.Add(renderer.MakePdf(record).Sha256);
            png.Add(renderer.MakePngs(record, 48, page: 1 + (i % 2))[0].Sha256, i % 2);
        });

        Assert.All((Sums[])[docx, pdf], sums => Assert.Equal(1, sums.Different));
        Assert.Equal(2, png.Different);
    }

    /// <summary>
    /// Every sample, in every format and all pages, by processes that find something else around them.
    /// </summary>
    [Fact]
    public static async Task Every_sample_is_the_same_wherever_and_whenever_it_is_rendered()
    {
        using var scratch = new Scratch();
        var runs = await Task.WhenAll(Surroundings.All.Select(
            async (around, i) => (around.Name, Sums: await RenderSamplesAsync(around, scratch[$"{i}"]))));

        var first = runs[0].Sums;
        Assert.True(first.Split('\n').Length > 5 * SampleFiles.All.Count);
        Assert.All(runs, run => Assert.True(run.Sums == first, $"Not the same: {run.Name}."));
    }

    [Fact]
    public static async Task The_service_gives_what_the_engine_gives_wherever_and_whenever_it_runs()
    {
        var (pdf, docx) = (new List<string>(), new List<string>());
        var sample = await File.ReadAllTextAsync(
            Path.Combine(Repository.Samples, "2019", "ban-kiem-diem-ca-nhan", "day-du.json"),
            TestContext.Current.CancellationToken);
        foreach (var surroundings in Surroundings.All.Skip(2))
        {
            using var data = new TempFolder();
            using var process = surroundings.Start(
                "KiemDiem.Docs.Api.dll", "--urls=http://127.0.0.1:0", $"--KiemDiem:Batch:DataDir={data.Path}");
            try
            {
                using var client = new HttpClient { BaseAddress = await AddressAsync(process) };
                pdf.Add(await TagAsync(client, "ban-kiem-diem-ca-nhan.pdf", sample));
                docx.Add(await TagAsync(client, "ban-kiem-diem-ca-nhan.docx", sample));
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }
        }

        var record = Engine.Renderer.Check(Encoding.UTF8.GetBytes(sample)).ValueOrThrow();
        Assert.All(pdf, tag => Assert.Equal($"\"{Engine.Renderer.MakePdf(record).Sha256}\"", tag));
        Assert.All(docx, tag => Assert.Equal($"\"{Engine.Renderer.MakeDocx(record).Sha256}\"", tag));
    }

    /// <summary>Else the tests above would prove nothing about the clock.</summary>
    [Fact]
    public static void The_clock_of_the_far_day_is_another()
    {
        Assert.True(Surroundings.ClockLibrary is not null, "libfaketime is missing: apt-get install faketime");

        Assert.StartsWith(
            Surroundings.FarDay[..10],
            Tool.Run("date", ["+%Y-%m-%d"], Surroundings.FarClock),
            StringComparison.Ordinal);
    }

    private static async Task<string> RenderSamplesAsync(Surroundings surroundings, string folder)
    {
        using var process = surroundings.Start(
            "kiemdiem.dll",
            "render", Repository.Samples, "-o", folder, "--format", "docx,pdf,png", "--sha256sums", "--quiet");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{surroundings.Name}: {await errors}");
        return await File.ReadAllTextAsync(
            Path.Combine(folder, "SHA256SUMS"), TestContext.Current.CancellationToken);
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at >= 0)
                return new Uri(line[at..]);
        }

        throw new InvalidOperationException("The service did not start.");
    }

    private static async Task<string> TagAsync(HttpClient client, string file, string record)
    {
        using var content = new StringContent(record, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(
            new Uri($"/v1/forms/{file}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.Headers.GetValues("ETag").Single();
    }

    /// <summary>Which sums there were, of how many kinds.</summary>
    private sealed class Sums
    {
        private readonly ConcurrentDictionary<(string, int), bool> seen = new();

        public int Different => seen.Count;

        public void Add(string sum, int kind = 0) => seen[(sum, kind)] = true;
    }
}
