using KiemDiem.Docs.Batch.Sources;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>Says aloud that texts may be of the time before Unicode: they would be printed as they are.</summary>
internal static class EncodingWarning
{
    /// <param name="session">Whose standard error is written to.</param>
    /// <param name="columns">That look so.</param>
    /// <param name="withExamples">Of their texts, before and after; what a log may hold has none.</param>
    public static void Tell(Session session, IReadOnlyList<ColumnReport> columns, bool withExamples)
    {
        foreach (var column in columns)
        {
            session.Error.WriteLine(Printable.Of(
                $"Chú ý: cột \"{column.Column}\" có vẻ viết bằng {column.Encoding.ToString().ToLowerInvariant()}, "
                + "mà chưa nói bảng mã nên sẽ in nguyên như trong nguồn; xem --encoding."));
            if (withExamples)
                TellExamples(session, column);
        }
    }

    /// <summary>What a column says as it stands, and as it would be read.</summary>
    public static void TellExamples(Session session, ColumnReport column)
    {
        foreach (var example in column.Examples)
            session.Error.WriteLine(Printable.Of($"  {example.Before} -> {example.After}"));
    }
}
