namespace KiemDiem.Docs.Batch.Naming;

/// <summary>
/// A set of hashes, 16 bytes a place. <see cref="HashSet{T}"/> takes 36 and more, and while it grows as much again.
/// </summary>
/// <remarks>
/// Open addressing, in 256 tables by the first byte: they grow one at a time, so that growing takes no second copy of
/// the whole. A hash is random, so its bits are its place.
/// </remarks>
internal sealed class HashTable
{
    private const int Tables = 256;
    private const int SmallestTable = 8;

    private readonly UInt128[][] tables = new UInt128[Tables][];
    private readonly int[] counts = new int[Tables];

    public HashTable()
    {
        for (var i = 0; i < Tables; i++)
            tables[i] = new UInt128[SmallestTable];
    }

    public int Count { get; private set; }

    public bool Contains(UInt128 hash)
    {
        hash = NotEmpty(hash);
        var table = tables[TableOf(hash)];
        return table[PlaceOf(table, hash)] == hash;
    }

    /// <returns>Whether it was new.</returns>
    public bool Add(UInt128 hash)
    {
        hash = NotEmpty(hash);
        var index = TableOf(hash);
        var place = PlaceOf(tables[index], hash);
        if (tables[index][place] == hash)
            return false;
        tables[index][place] = hash;
        Count++;
        if (++counts[index] > tables[index].Length / 5 * 4)
            Grow(index);
        return true;
    }

    private void Grow(int index)
    {
        var larger = new UInt128[tables[index].Length * 3 / 2];
        foreach (var hash in tables[index])
        {
            if (hash != UInt128.Zero)
                larger[PlaceOf(larger, hash)] = hash;
        }

        tables[index] = larger;
    }

    /// <summary>Where the hash is, or the empty place where it belongs.</summary>
    private static int PlaceOf(UInt128[] table, UInt128 hash)
    {
        var place = (int)((ulong)hash % (ulong)table.Length);
        while (table[place] != UInt128.Zero && table[place] != hash)
            place = place + 1 == table.Length ? 0 : place + 1;
        return place;
    }

    private static int TableOf(UInt128 hash) => (int)(hash >> 120);

    /// <summary>Zero marks an empty place.</summary>
    private static UInt128 NotEmpty(UInt128 hash) => hash == UInt128.Zero ? UInt128.One : hash;
}
