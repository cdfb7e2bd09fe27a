using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Benchmarks;

// "ratios" prints the side-by-side with zlib and the memory of 1,000 renders; anything else goes to BenchmarkDotNet.
if (args is ["ratios", ..])
{
    Ratios.Print();
    return;
}

// "sources csv 1000000": reads so many records of that format, with the memory that it took; "auto" behind it decodes.
if (args is ["sources", var format, var count, ..])
{
    var encoding = args.Contains("auto") ? TextEncoding.Auto : TextEncoding.Unicode;
    SourceMemory.Print(format, int.Parse(count, CultureInfo.InvariantCulture), encoding);
    return;
}

// A batch of 10,000 records, or of as many as are said, against single renders.
if (args is ["batch", ..])
{
    await BatchRun.PrintAsync(args is [_, { } records] ? int.Parse(records, CultureInfo.InvariantCulture) : 10_000);
    return;
}

// In one process: the machines are noisy, and figures are only compared within one run.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
