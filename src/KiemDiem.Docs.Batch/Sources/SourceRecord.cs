using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>Where a record stands in its source.</summary>
/// <param name="File">The name of <see cref="SourceFile"/>.</param>
/// <param name="Line">
/// From 1: the line on which it begins in NDJSON, a JSON array and CSV; the row in XLSX; 1 in a file of its own.
/// </param>
public sealed record SourcePlace(string File, long Line);

/// <summary>A record as its source has it: one for each line, item, file or row, readable or not.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Json">UTF-8 JSON on one line. Empty where <paramref name="Problems"/> has any.</param>
/// <param name="Problems">Why it cannot be read; otherwise empty. Never with a value of the record in it.</param>
public sealed record SourceRecord(SourcePlace Place, ReadOnlyMemory<byte> Json, IReadOnlyList<Problem> Problems);
