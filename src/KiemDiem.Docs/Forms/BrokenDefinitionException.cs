namespace KiemDiem.Docs.Forms;

/// <summary>
/// A file under form-templates is wrong: the program does not start. The message names file, line and place.
/// </summary>
public sealed class BrokenDefinitionException : Exception
{
    public BrokenDefinitionException(string file, long? line, string? place, string detail, Exception? cause = null)
        : base(Compose(file, line, place, detail), cause)
    {
    }

    private static string Compose(string file, long? line, string? place, string detail) =>
        file + (line is null ? string.Empty : FormattableString.Invariant($":{line}"))
        + (string.IsNullOrEmpty(place) ? string.Empty : $" ({place})") + ": " + detail;
}
