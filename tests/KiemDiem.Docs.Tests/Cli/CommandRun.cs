using System.Diagnostics;
using System.Text;
using KiemDiem.Docs.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>One run of the command: what it told, and how it ended.</summary>
internal sealed record CommandRun(int Code, byte[] OutputBytes, byte[] ErrorBytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string Error => Encoding.UTF8.GetString(ErrorBytes);

    /// <summary>Within this process.</summary>
    public static CommandRun Of(params string[] args) => With(string.Empty, args);

    /// <summary>Within this process, with text on standard input.</summary>
    public static CommandRun With(string input, params string[] args)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return On(new Terminal(stream, new MemoryStream(), new MemoryStream()), CancellationToken.None, args);
    }

    /// <summary>Within this process, on streams in memory that stand for whatever the test wants.</summary>
    public static CommandRun On(Terminal terminal, CancellationToken stop, params string[] args)
    {
        var code = App.Run(args, terminal, stop);
        return new CommandRun(code, Bytes(terminal.Output), Bytes(terminal.Error));
    }

    /// <summary>Within this process, with an engine of the test's.</summary>
    public static CommandRun By(FormRenderer renderer, params string[] args)
    {
        var terminal = new Terminal(new MemoryStream(), new MemoryStream(), new MemoryStream());
        var code = App.Run(args, terminal, (_, _) => renderer, CancellationToken.None);
        return new CommandRun(code, Bytes(terminal.Output), Bytes(terminal.Error));
    }

    /// <summary>As a process of its own.</summary>
    public static async Task<CommandRun> ProcessAsync(
        IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Start(environment, args);
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var error = ReadAsync(process.StandardError.BaseStream);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new CommandRun(process.ExitCode, await output, await error);
    }

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Command, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static byte[] Bytes(Stream stream) => stream is MemoryStream memory ? memory.ToArray() : [];
}
