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
/// <remarks>
/// The machines are noisy, so each figure stands between two of what it is held against, and the median of three
/// rounds counts. Files of an earlier run that was deleted minutes ago make new ones slow on some file systems.
/// </remarks>
internal static class BatchRun
{
    /// <summary>So many until the compiler has nothing left to make better, the engine's own code included.</summary>
    private const int WarmUp = 5_000;
    private const int Singles = 2_000;
    private const int Rounds = 3;
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
            Console.WriteLine(
                $"{records} records of {Records.Words(Records.Short)} words, {Environment.ProcessorCount} cores");
            var little = Path.Combine(folder, "little.ndjson");
            Write(little, WarmUp);
            Time(little, threads: 1);
            await TimeAsync(little, Path.Combine(folder, "warm"), WarmUp, workers: 2);
            var rounds = new List<Round>();
            while (rounds.Count < Rounds)
            {
                var before = Time(little, threads: 1);
                var one = await TimeAsync(source, Path.Combine(folder, $"one-{rounds.Count}"), records, workers: 1);
                var between = Time(little, threads: 1);
                var two = await TimeAsync(source, Path.Combine(folder, $"two-{rounds.Count}"), records, workers: 2);
                var after = Time(little, threads: 1);
                var both = Time(little, threads: 2);
                var alone = Path.Combine(folder, $"alone-{rounds.Count}");
                var own = await TimeAsync(source, alone, records, workers: 2, new ReadyFile());
                rounds.Add(new Round(before, one, between, two, after, both, own));
                Tell(rounds[^1]);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"medians: {Median(rounds, r => r.OneShare):0.0 %} of one core, "
                    + $"{Median(rounds, r => r.TwoShare):0.0 %} of both, "
                    + $"{Median(rounds, r => r.Ceiling):0.0 %} without the engine; "
                    + $"{Median(rounds, r => r.Own.Cpu):0.000} ms of processor a record for the engine; "
                    + $"two workers against one: {Median(rounds, r => r.Gain):0.00} times"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>JSON bytes to a PDF and its sum, as the service answers, in so many threads at once.</summary>
    private static Cost Time(string source, int threads)
    {
        var lines = File.ReadLines(source).Take(Singles).Select(Encoding.UTF8.GetBytes).ToList();
        var clock = new Clock();
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            foreach (var line in lines)
                GC.KeepAlive(Records.Renderer.MakePdf(Records.Check(line)).Sha256);
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        return clock.Cost(lines.Count * threads);
    }

    /// <summary>From handing in to the last list.</summary>
    private static async Task<Cost> TimeAsync(
        string source, string folder, int records, int workers, ReadyFile? ready = null)
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
        if (ready is not null)
            builder.Services.AddSingleton<IRendererChoice>(ready);
        using var host = builder.Build();
        await host.StartAsync();
        var batches = host.Services.GetRequiredService<BatchService>();
        var clock = new Clock();
        var status = await batches.SubmitLocalAsync("lo", new BatchOptions(), source, CancellationToken.None);
        var told = new Queue<int>([10, 50, 100]);
        while (true)
        {
            status = (await batches.FindAsync("lo", CancellationToken.None))!;
            while (ready is null && told.Count > 0 && status.Done >= (long)records * told.Peek() / 100)
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

    private static double Median(List<Round> rounds, Func<Round, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private static void Tell(Round round)
    {
        Tell("single renders", round.Before, null);
        Tell("batch, 1 worker", round.One, round.OneShare);
        Tell("single renders", round.Between, null);
        Tell("batch, 2 workers", round.Two, round.TwoShare);
        Tell("single renders", round.After, null);
        Tell("no engine, 2 threads", round.Both, round.Ceiling);
        Tell("engine alone", round.Own, null);
    }

    private static void Tell(string what, Cost cost, double? share) => Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-20} {cost.Wall:0.000} ms a record, {1000 / cost.Wall:0} a second, {cost.Cpu:0.000} ms processor")
        + (share is { } part
            ? string.Create(CultureInfo.InvariantCulture, $"; {part:0.0 %} of what the cores can do")
            : string.Empty));

    /// <summary>What was measured one after the other.</summary>
    private sealed record Round(Cost Before, Cost One, Cost Between, Cost Two, Cost After, Cost Both, Cost Own)
    {
        public double OneShare => (Before.Wall + Between.Wall) / 2 / One.Wall;

        public double TwoShare => Single / 2 / Two.Wall;

        /// <summary>What two threads reach that do nothing but render.</summary>
        public double Ceiling => Single / 2 / Both.Wall;

        public double Gain => One.Wall / Two.Wall;

        private double Single => (Between.Wall + After.Wall) / 2;
    }

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
