using System.CommandLine;
using System.CommandLine.Invocation;

namespace KiemDiem.Docs.Cli.Usage;

/// <summary>Prints the help of a command; the library's own has English headings.</summary>
internal sealed class HelpAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        HelpText.Write(
            parseResult.CommandResult.Command,
            parseResult.RootCommandResult.Command,
            parseResult.InvocationConfiguration.Output);
        return ExitCode.Done;
    }
}
