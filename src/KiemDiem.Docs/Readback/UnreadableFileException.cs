using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Readback;

/// <summary>A file holds no record of this program, or cannot or must not be read.</summary>
/// <param name="problem">Which of these, at the root; it repeats nothing of the file.</param>
public sealed class UnreadableFileException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
