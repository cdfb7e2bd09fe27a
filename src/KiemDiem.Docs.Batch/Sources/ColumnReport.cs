namespace KiemDiem.Docs.Batch.Sources;

/// <summary>How a column was read, and what that did to it. It holds values: for a report, never for a log.</summary>
/// <param name="Column">The header, or the field's key in JSON.</param>
/// <param name="Encoding">What was decided, or told.</param>
/// <param name="Score">From 0 to 1, how sure; null where the caller said it.</param>
/// <param name="Examples">A few pieces of text, before and after.</param>
public sealed record ColumnReport(
    string Column, TextEncoding Encoding, double? Score, IReadOnlyList<DecodedExample> Examples);

/// <param name="Before">As the source has it.</param>
/// <param name="After">As it is read.</param>
public sealed record DecodedExample(string Before, string After);
