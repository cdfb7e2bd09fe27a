namespace KiemDiem.Docs.Batch.Results;

/// <summary>The sum that a ZIP file keeps of each of its files. Source: PKWARE APPNOTE 6.3.10, 4.4.7.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    public uint Value { get; private set; }

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = new Crc32();
        sum.Add(bytes);
        return sum.Value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = Value ^ uint.MaxValue;
        foreach (var b in bytes)
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        Value = crc ^ uint.MaxValue;
    }

    private static uint Remainder(int number)
    {
        var remainder = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
        return remainder;
    }
}
