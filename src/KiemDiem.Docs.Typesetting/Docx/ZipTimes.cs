using System.Buffers.Binary;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Gives every entry of a ZIP file one time: the packaging library stamps the clock's.</summary>
/// <remarks>Source: PKWARE APPNOTE 6.3.10, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).</remarks>
internal static class ZipTimes
{
    private const uint LocalHeader = 0x04034b50;
    private const uint CentralHeader = 0x02014b50;
    private const uint EndOfDirectory = 0x06054b50;
    private const int EndSize = 22;
    private const int FirstYear = 1980;

    public static void Set(Span<byte> zip, DateOnly date)
    {
        var year = Math.Clamp(date.Year - FirstYear, 0, 127);
        var stamp = (uint)((year << 9) | (date.Month << 5) | date.Day) << 16;

        var end = zip.Length - EndSize;
        Expect(zip, end, EndOfDirectory);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        for (var i = 0; i < entries; i++)
        {
            Expect(zip, at, CentralHeader);
            BinaryPrimitives.WriteUInt32LittleEndian(zip[(at + 12)..], stamp);
            var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 42)..]);
            Expect(zip, local, LocalHeader);
            BinaryPrimitives.WriteUInt32LittleEndian(zip[(local + 10)..], stamp);
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 30)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 32)..]);
        }
    }

    private static void Expect(ReadOnlySpan<byte> zip, int at, uint signature)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) != signature)
            throw new InvalidDataException("The packaging library wrote a ZIP file of another shape.");
    }
}
