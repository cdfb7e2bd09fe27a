namespace KiemDiem.Docs.Batch.Sources;

/// <summary>A source that was looked into: how its columns are read, and its records one after the other.</summary>
/// <param name="Columns">Empty where nothing but Unicode was asked for.</param>
/// <param name="Records">
/// Streams; memory does not grow with their number. May be gone through more than once, with the same result.
/// </param>
public sealed record OpenSource(IReadOnlyList<ColumnReport> Columns, IEnumerable<SourceRecord> Records);

/// <summary>The source as a whole cannot be read. The message is a Vietnamese sentence without any value.</summary>
public sealed class UnreadableSourceException(string message, Exception? cause = null) : Exception(message, cause);
