using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KiemDiem.Docs.Benchmarks;

// "ratios" prints the side-by-side with zlib and the memory of 1,000 renders; anything else goes to BenchmarkDotNet.
if (args is ["ratios", ..])
{
    Ratios.Print();
    return;
}

// In one process: the machines are noisy, and figures are only compared within one run.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
