using KiemDiem.Docs.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>A source and the folder that a batch of it is made in, for tests of the command batch.</summary>
internal sealed class BatchFolder : IDisposable
{
    private readonly Scratch scratch = new();

    public string Output => scratch["kq"];

    public string this[string name] => scratch[name];

    /// <summary>Of everything that people see: not what the engine keeps for itself.</summary>
    public IReadOnlyList<string> Files =>
        [.. scratch.Files("kq").Where(file => !file.StartsWith(".kiemdiem/", StringComparison.Ordinal))];

    public static string Record(int number, int year = 2022) =>
        $$"""{"form":"{{Records.Form}}","namKiemDiem":{{year}},"hoTen":"Nguyễn Văn A {{number}}"}""";

    public string Put(string name, params IEnumerable<string> lines) =>
        scratch.Put(name, string.Join('\n', lines) + "\n");

    public CommandRun Run(string source, params string[] options) =>
        CommandRun.Of(["batch", source, "-o", Output, .. options]);

    public CommandRun Run(CancellationToken stop, string source, params string[] options) => CommandRun.On(
        new Terminal(new MemoryStream(), new MemoryStream(), new MemoryStream()),
        stop,
        ["batch", source, "-o", Output, .. options]);

    public string Text(string name) => File.ReadAllText(Path.Combine(Output, name));

    public string[] Lines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>By a program that is none of ours.</summary>
    public void CheckSums() => Tool.Run("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], folder: Output);

    /// <summary>Every file with its bytes, as one can compare them.</summary>
    public IReadOnlyList<string> Contents() =>
        [.. Files.Select(file => $"{file} {Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(Output, file))))}")];

    public void Dispose() => scratch.Dispose();
}
