using KiemDiem.Docs.Api.Refusals;

namespace KiemDiem.Docs.Api.Requests;

/// <summary>Takes the bytes of a body, whole, and not more than allowed.</summary>
internal static class BoundedStream
{
    private const int FirstGuess = 16 * 1024;

    /// <summary>A chunked body tells its length only by ending, so it is counted while it comes.</summary>
    /// <param name="body">What comes in.</param>
    /// <param name="told">How long it says it is; null where it does not.</param>
    /// <param name="limit">How long it may be.</param>
    /// <param name="tooLarge">What is said to a longer one.</param>
    /// <param name="aborted">The caller has gone.</param>
    /// <exception cref="RefusedException">It is longer.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        Stream body, long? told, int limit, Func<Refusal> tooLarge, CancellationToken aborted)
    {
        if (told > limit)
            throw new RefusedException(tooLarge());
        var buffer = new byte[Math.Min(limit, told ?? FirstGuess) + 1];
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length), aborted) is > 0 and var count)
        {
            length += count;
            if (length > limit)
                throw new RefusedException(tooLarge());
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
        }

        return buffer.AsMemory(0, length);
    }
}
