namespace KiemDiem.Docs.Tests.Support;

/// <summary>Tests that look at the clock, or at the memory of the process, run by themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
