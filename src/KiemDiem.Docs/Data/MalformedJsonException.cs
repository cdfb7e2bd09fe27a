namespace KiemDiem.Docs.Data;

/// <summary>The bytes are not JSON: nothing of them can be checked.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in bytes.</param>
/// <param name="detail">A Vietnamese sentence.</param>
public sealed class MalformedJsonException(long line, long column, string detail) : Exception(detail)
{
    public long Line { get; } = line;

    public long Column { get; } = column;
}
