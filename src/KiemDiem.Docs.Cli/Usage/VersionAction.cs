using System.CommandLine;
using System.CommandLine.Invocation;

namespace KiemDiem.Docs.Cli.Usage;

/// <summary>Prints the version of the program, not of whatever process it runs in.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetName().Version!;
        parseResult.InvocationConfiguration.Output.WriteLine($"{App.Name} {version.ToString(fieldCount: 3)}");
        return ExitCode.Done;
    }
}
