namespace KiemDiem.Docs;

/// <summary>What a caller may say beside the record.</summary>
public sealed record RenderOptions
{
    /// <summary>The date of the file where the record has none of its own, as a blank form has not.</summary>
    public DateOnly? ThoiDiem { get; init; }
}
