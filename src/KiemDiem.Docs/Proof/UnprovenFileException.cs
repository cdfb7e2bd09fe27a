using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Proof;

/// <summary>A file failed one of our own checks and is withheld. The message holds no value of a field.</summary>
public sealed class UnprovenFileException(string check, FormRecord record)
    : Exception($"The check '{check}' failed for {record.Form.Id} of edition {record.Form.Edition.Id}.")
{
    /// <summary>One of the names in <see cref="Checks"/>.</summary>
    public string Check { get; } = check;

    public string Form { get; } = record.Form.Id;

    public string Edition { get; } = record.Form.Edition.Id;
}
