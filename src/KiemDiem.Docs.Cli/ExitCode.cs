namespace KiemDiem.Docs.Cli;

/// <summary>What the program tells the shell. Where several apply to different files, the highest counts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>At least one record was not done; the messages say which and why.</summary>
    public const int DataProblems = 1;

    /// <summary>The command line asks for something impossible; nothing was written.</summary>
    public const int Usage = 2;

    /// <summary>form-templates, fonts or the runtime are not as they should be.</summary>
    public const int BrokenTemplates = 3;

    /// <summary>As EX_SOFTWARE of sysexits.h.</summary>
    public const int OwnFault = 70;

    /// <summary>As shells tell a process that SIGINT ended.</summary>
    public const int Interrupted = 130;
}
