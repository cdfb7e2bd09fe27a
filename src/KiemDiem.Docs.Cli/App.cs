using System.CommandLine;
using KiemDiem.Docs.Cli.Commands;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli;

/// <summary>The program without its process: arguments and streams in, an exit code out.</summary>
internal static class App
{
    public const string Name = "kiemdiem";

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where the program reads and writes.</param>
    /// <param name="stop">Asks the program to end after the file it is at.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop = default)
    {
        using var output = Terminal.Writer(terminal.Output);
        using var error = Terminal.Writer(terminal.Error);
        var options = new GlobalOptions();
        var verbose = false;
        try
        {
            var parsed = Root(new Session(terminal, output, error, options, stop))
                .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            UsageErrors.Refuse(parsed);
            verbose = parsed.GetValue(options.Verbose);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e)
        {
            return Tell(e, error, verbose, stop);
        }
    }

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand("Lập văn bản kiểm điểm (Word, PDF, ảnh PNG) từ dữ liệu JSON.");
        // The library's own help, version and completion speak English and read the entry assembly.
        root.Options.Clear();
        root.Directives.Clear();
        session.Options.AddTo(root);
        root.Add(new RenderCommand(session));
        root.Add(new CheckCommand(session));
        root.Add(new FormsCommand(session));
        root.Add(new SchemaCommand(session));
        root.Add(new SampleCommand(session));
        return root;
    }

    private static int Tell(Exception e, TextWriter error, bool verbose, CancellationToken stop)
    {
        switch (e)
        {
            case UsageException usage:
                foreach (var sentence in usage.Sentences)
                    error.WriteLine($"{Name}: {Printable.Of(sentence)}");
                error.WriteLine($"Xem cách dùng: {usage.Command} --help");
                return ExitCode.Usage;
            case BrokenInstallationException broken:
                error.WriteLine($"{Name}: {Printable.Of(broken.Message)}");
                return ExitCode.BrokenTemplates;
            case OperationCanceledException when stop.IsCancellationRequested:
                error.WriteLine($"{Name}: Đã dừng theo yêu cầu.");
                return ExitCode.Interrupted;
            default:
                error.WriteLine($"{Name}: {OwnFault.Sentence(e, verbose)}");
                return ExitCode.OwnFault;
        }
    }
}
