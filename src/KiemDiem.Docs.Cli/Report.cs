using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli;

/// <summary>What came of one record.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Results">For standard output.</param>
/// <param name="Errors">For standard error, always.</param>
/// <param name="Warnings">For standard error, unless quiet.</param>
/// <param name="Progress">For standard error, unless quiet or told by the progress bar.</param>
internal sealed record Report(
    int Code,
    IReadOnlyList<string> Results,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Progress)
{
    public static Report Failure(int code, string label, string sentence) =>
        new(code, [], [$"{Printable.Of(label)}: {Printable.Of(sentence)}"], [], []);

    /// <summary>"FILE: /pointer: sentence (code)"; the place is left out where it is the whole record.</summary>
    public static string Line(string label, Problem problem) => string.Join(": ", Parts(label, problem));

    public static string WarningLine(string label, Problem warning) =>
        string.Join(": ", Parts($"{label}: cảnh báo", warning));

    private static IEnumerable<string> Parts(string label, Problem problem)
    {
        yield return Printable.Of(label);
        if (problem.Path != FieldPath.Root)
            yield return Printable.Of(problem.Path.Pointer);
        yield return Printable.Of($"{problem.Detail} ({problem.Code})");
    }
}
