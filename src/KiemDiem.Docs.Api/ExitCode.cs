namespace KiemDiem.Docs.Api;

/// <summary>What the process says when it ends; the same numbers as the command line's.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was started wrongly, for example on an address that is taken.</summary>
    public const int Usage = 2;

    /// <summary>A form definition or a font is missing or broken.</summary>
    public const int BrokenTemplates = 3;
}
