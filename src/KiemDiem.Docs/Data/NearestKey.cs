namespace KiemDiem.Docs.Data;

/// <summary>Guesses which key a mistyped key was meant to be.</summary>
internal static class NearestKey
{
    private const int MaxKeyLength = 64;

    /// <returns>The known key with the fewest changed letters, or null where none is near.</returns>
    public static string? Find(string key, IEnumerable<string> known)
    {
        if (key.Length > MaxKeyLength)
            return null;
        var best = known
            .Select(other => (Key: other, Distance: Distance(key, other)))
            .DefaultIfEmpty()
            .MinBy(pair => pair.Distance);
        return best.Key is not null && best.Distance <= Math.Max(1, key.Length / 4) ? best.Key : null;
    }

    /// <summary>Levenshtein's distance, letters compared without case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[b.Length];
    }
}
