namespace KiemDiem.Docs.Batch.Archive;

/// <summary>What the list of all files says of one.</summary>
/// <param name="Path">Of its folder and, where there are several, its volume.</param>
/// <param name="Title">Null where its documents agree on nothing.</param>
/// <param name="Nam">Null where they are not of one year.</param>
/// <param name="StartDate">ISO 8601, its first complete date.</param>
/// <param name="EndDate">The last one.</param>
/// <param name="Documents">How many.</param>
/// <param name="PageTotal">Null where not all pages are known.</param>
/// <param name="Date">Of its last document.</param>
internal sealed record ListedFile(
    string Path,
    string? Title,
    int? Nam,
    string? StartDate,
    string? EndDate,
    int Documents,
    int? PageTotal,
    DateOnly Date)
{
    /// <summary>Two dates, or one where they are the same.</summary>
    public string Span => StartDate == EndDate
        ? ContentsColumn.Printed(StartDate)
        : $"{ContentsColumn.Printed(StartDate)} - {ContentsColumn.Printed(EndDate)}";

    public static ListedFile Of(FileUnit unit) => new(
        unit.Folder,
        unit.Title,
        unit.Nam,
        unit.StartDate,
        unit.EndDate,
        unit.Documents.Count,
        unit.PageTotal,
        unit.Date);
}
