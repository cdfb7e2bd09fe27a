using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>
/// A whole batch against the same records rendered one after the other, in one run: what the engine costs, what a
/// second worker brings, and whether memory grows.
/// </summary>
internal static class BatchRun
{
    private const int WarmUp = 1_000;
    private const int Singles = 1_000;
    private const string Form = "ban-kiem-diem-ca-nhan";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <param name="records">How many records the batch has.</param>
    public static async Task PrintAsync(int records)
    {
        var folder = Directory.CreateTempSubdirectory("kiemdiem-batch-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.ndjson");
            Write(source, records);
            var words = Records.Words(Records.Short);
            Console.WriteLine($"{records} records of {words} words, {Environment.ProcessorCount} cores");
            Time(source, WarmUp);
            var little = Path.Combine(folder, "little.ndjson");
            Write(little, WarmUp);
            await TimeAsync(little, Path.Combine(folder, "none"), WarmUp, workers: 2);
            var before = Time(source, Singles);
            var one = await TimeAsync(source, Path.Combine(folder, "one"), records, workers: 1);
            var between = Time(source, Singles);
            var two = await TimeAsync(source, Path.Combine(folder, "two"), records, workers: 2);
            var after = Time(source, Singles);
            Tell("single renders", before, null);
            Tell("batch, 1 worker", one, before.Wall / one.Wall);
            Tell("single renders", between, null);
            Tell("batch, 2 workers", two, between.Wall / 2 / two.Wall);
            Tell("single renders", after, null);
            var cpu = (before.Cpu + between.Cpu + after.Cpu) / 3;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"the engine's own processor time: {one.Cpu - cpu:0.000} and {two.Cpu - cpu:0.000} ms a record; "
                    + $"two workers against one: {one.Wall / two.Wall:0.00} times"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>JSON bytes to PDF bytes, in one thread.</summary>
    private static Cost Time(string source, int count)
    {
        var lines = File.ReadLines(source).Take(count).Select(Encoding.UTF8.GetBytes).ToList();
        var clock = new Clock();
        foreach (var line in lines)
            Records.Renderer.MakePdf(Records.Check(line));
        return clock.Cost(lines.Count);
    }

    /// <summary>From handing in to the last list.</summary>
    private static async Task<Cost> TimeAsync(string source, string folder, int records, int workers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(Records.Renderer);
        builder.Services.AddBatches(
            new BatchSettings
            {
                DataDir = Path.Combine(folder, BatchSettings.SingleFolderState),
                Storage = new StorageSettings { Root = folder },
                Workers = workers,
                IsSingleFolder = true,
            },
            new ProgramIdentity("benchmark"),
            new ChildCommand("false", []));
        using var host = builder.Build();
        await host.StartAsync();
        var batches = host.Services.GetRequiredService<BatchService>();
        var clock = new Clock();
        var status = await batches.SubmitLocalAsync("lo", new BatchOptions(), source, CancellationToken.None);
        var told = new Queue<int>([10, 50, 100]);
        while (true)
        {
            status = (await batches.FindAsync("lo", CancellationToken.None))!;
            while (told.Count > 0 && status.Done >= (long)records * told.Peek() / 100)
            {
                var resident = Environment.WorkingSet >> 20;
                Console.WriteLine($"  {workers} workers, {records} records, {told.Dequeue()} %: {resident} MB");
            }


            if (status.HasEnded)
                break;
            await Task.Delay(Look);
        }

        var cost = clock.Cost(records);
        await host.StopAsync();
        return status is { State: BatchState.Done, Failed: 0 } && status.Done == records
            ? cost
            : throw new InvalidOperationException($"The batch ended as {status.State}, {status.Done} done.");
    }

    private static void Write(string path, int count)
    {
        var record = JsonNode.Parse(Records.Short)!.AsObject();
        record["form"] = Form;
        using var file = new StreamWriter(path);
        for (var i = 0; i < count; i++)
        {
            record["hoTen"] = string.Create(CultureInfo.InvariantCulture, $"Nguyễn Văn An {i}");
            record["chiBo"] = string.Create(CultureInfo.InvariantCulture, $"Chi bộ {i % 50}");
            file.WriteLine(record.ToJsonString());
        }
    }

    private static void Tell(string what, Cost cost, double? share) => Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-17} {cost.Wall:0.000} ms a record, {1000 / cost.Wall:0} a second, {cost.Cpu:0.000} ms processor")
        + (share is { } part
            ? string.Create(CultureInfo.InvariantCulture, $"; {part:0.0 %} of what the cores can do")
            : string.Empty));

    /// <param name="Wall">Milliseconds a record.</param>
    /// <param name="Cpu">Milliseconds of all processors a record.</param>
    private readonly record struct Cost(double Wall, double Cpu);

    private sealed class Clock
    {
        private readonly TimeSpan cpu = Cpu;
        private readonly Stopwatch watch = Stopwatch.StartNew();

        private static TimeSpan Cpu
        {
            get
            {
                using var process = Process.GetCurrentProcess();
                return process.TotalProcessorTime;
            }
        }

        public Cost Cost(int records) =>
            new(watch.Elapsed.TotalMilliseconds / records, (Cpu - cpu).TotalMilliseconds / records);
    }
}
