using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Api.Refusals;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>
/// A caller's own name for what he hands in: however often he sends it, one batch comes of it. Source:
/// draft-ietf-httpapi-idempotency-key-header.
/// </summary>
/// <param name="BatchId">The batch that the key stands for.</param>
internal sealed record IdempotencyKey(string BatchId)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Says that this batch was there already.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    public const int MaxLength = 255;

    private const int IdBytes = 16;

    /// <returns>Null where the caller gave none.</returns>
    /// <exception cref="RefusedException">It is no key.</exception>
    public static IdempotencyKey? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;

        // The draft has it in quotes, as a string of RFC 9651; most programs send it bare.
        var key = values.Count == 1 ? values[0]! : string.Empty;
        if (key is ['"', .. var quoted, '"'])
            key = quoted;
        return key.Length is > 0 and <= MaxLength && key.All(letter => letter is >= ' ' and <= '~')
            ? new IdempotencyKey(IdOf(SHA256.HashData(Encoding.ASCII.GetBytes($"{Header}:{key}"))))
            : throw new RefusedException(RefuseBatch.BadKey());
    }

    /// <summary>For a caller without a key. It cannot be guessed: whoever knows it can fetch the files.</summary>
    public static string RandomBatchId() => IdOf(RandomNumberGenerator.GetBytes(IdBytes));

    private static string IdOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes[..IdBytes]);
}

/// <summary>The keys whose requests are being received: two of one key at once cannot both be the first.</summary>
internal sealed class KeysInUse
{
    private readonly ConcurrentDictionary<string, KeysInUse> ids = new();

    /// <exception cref="RefusedException">Another request has it.</exception>
    public IDisposable? Hold(IdempotencyKey? key)
    {
        if (key is null)
            return null;
        return ids.TryAdd(key.BatchId, this)
            ? new Holding(this, key.BatchId)
            : throw new RefusedException(RefuseBatch.KeyInUse());
    }

    private sealed class Holding(KeysInUse keys, string id) : IDisposable
    {
        public void Dispose() => keys.ids.TryRemove(id, out _);
    }
}
