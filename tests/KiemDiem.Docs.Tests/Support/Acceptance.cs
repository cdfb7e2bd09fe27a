namespace KiemDiem.Docs.Tests.Support;

/// <summary>Whether this run takes what the program makes as right and writes it into the checkout.</summary>
internal static class Acceptance
{
    public const string Command = "UPDATE_SNAPSHOTS=1 bash tests/run.sh";

    public static string Advice => $"If this is right, run {Command}, look at the difference and commit it.";

    /// <exception cref="InvalidOperationException">It is asked for where nobody looks at the difference.</exception>
    public static bool IsOn => Asked(Environment.GetEnvironmentVariable);

    public static bool Asked(Func<string, string?> environment)
    {
        var isAsked = environment("UPDATE_SNAPSHOTS") == "1";
        if (isAsked && environment("CI") == "true")
            throw new InvalidOperationException("UPDATE_SNAPSHOTS is refused where CI=true.");
        return isAsked;
    }
}
