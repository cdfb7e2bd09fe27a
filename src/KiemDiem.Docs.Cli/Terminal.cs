using System.Text;

namespace KiemDiem.Docs.Cli;

/// <summary>The three streams of a process, and what is at their other end.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: messages and progress.</param>
/// <param name="OutputIsScreen">Somebody looks at the output: bytes of a document do not belong there.</param>
/// <param name="ErrorIsScreen">Somebody looks at the messages: a progress bar helps.</param>
internal sealed record Terminal(
    Stream Input, Stream Output, Stream Error, bool OutputIsScreen = false, bool ErrorIsScreen = false)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Terminal OfProcess()
    {
        // Windows shows bytes by the console's code page; elsewhere a terminal is UTF-8 already.
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
            Console.OutputEncoding = Utf8;
        return new Terminal(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            Console.OpenStandardError(),
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected && CanMoveCursor());
    }

    /// <summary>A writer of UTF-8 without a byte order mark, with the same line ends on every system.</summary>
    public static TextWriter Writer(Stream stream, bool buffered) =>
        new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = !buffered };

    private static bool CanMoveCursor() =>
        OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
}
