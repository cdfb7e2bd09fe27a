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
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop = default) =>
        Run(args, terminal, FormRenderer.Load, stop);

    /// <summary>The same with an engine of the caller's.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, Loader load, CancellationToken stop)
    {
        var output = Terminal.Writer(terminal.Output, buffered: true);
        var error = Terminal.Writer(terminal.Error, buffered: false);
        var options = new GlobalOptions();
        var verbose = false;
        try
        {
            var parsed = Root(new Session(terminal, output, error, options, load, stop))
                .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            UsageErrors.Refuse(parsed);
            verbose = parsed.GetValue(options.Verbose);
            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            output.Flush();
            return code;
        }
        catch (Exception e)
        {
            var (code, sentences) = Explain(e, verbose, stop);
            Tell(sentences, error);
            return code;
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
        root.Add(new ExtractCommand(session));
        root.Add(new FormsCommand(session));
        root.Add(new SchemaCommand(session));
        root.Add(new SampleCommand(session));
        root.Add(new BatchCommand(session));
        root.Add(new WorkerCommand(session));
        root.Add(new RenderChildCommand(session));
        return root;
    }

    private static (int Code, IReadOnlyList<string> Sentences) Explain(
        Exception e, bool verbose, CancellationToken stop) => e switch
    {
        UsageException usage => (ExitCode.Usage, [.. usage.Sentences, $"Xem cách dùng: {usage.Command} --help"]),
        BrokenInstallationException broken => (ExitCode.BrokenTemplates, [broken.Message]),
        OperationCanceledException when stop.IsCancellationRequested =>
            (ExitCode.Interrupted, ["Đã dừng theo yêu cầu."]),
        // Files are guarded where they are read and written; what is left are the streams of the process.
        _ when IoReason.IsIo(e) =>
            (ExitCode.DataProblems, [$"Không ghi được ra đầu ra chuẩn: {IoReason.Of(e)}."]),
        _ => (ExitCode.OwnFault, [OwnFault.Sentence(e, verbose)]),
    };

    private static void Tell(IReadOnlyList<string> sentences, TextWriter error)
    {
        try
        {
            foreach (var sentence in sentences)
                error.WriteLine($"{Name}: {Printable.Of(sentence)}");
        }
        catch (IOException)
        {
            // Nobody is left to tell; the exit code still does.
        }
    }
}
