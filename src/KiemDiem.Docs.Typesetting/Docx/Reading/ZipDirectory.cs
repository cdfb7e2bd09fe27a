using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>
/// The files of a ZIP archive, found by its directory and inflated one at a time. The framework's own reader takes in
/// the whole directory before anybody can count it.
/// </summary>
/// <remarks>Source: PKWARE's APPNOTE.TXT 6.3.3, 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).</remarks>
internal sealed class ZipDirectory
{
    private const uint EndMark = 0x06054B50;
    private const uint EntryMark = 0x02014B50;
    private const uint LocalMark = 0x04034B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int MaxCommentLength = 65_535;
    private const ushort Encrypted = 1;

    private readonly ReadOnlyMemory<byte> file;
    private readonly Dictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);
    private int inflated;

    private ZipDirectory(ReadOnlyMemory<byte> file) => this.file = file;

    /// <summary>The names, without the leading slash that parts have.</summary>
    public IEnumerable<string> Names => entries.Keys;

    public static ZipDirectory Open(ReadOnlyMemory<byte> file)
    {
        var zip = new ZipDirectory(file);
        var end = file.Span[zip.FindEnd()..];
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (count > DocxLimits.Entries)
            throw Fault(DocxFault.Costly, "The package has too many files.");
        for (var i = 0; i < count; i++)
            at = zip.AddEntry(at);
        return zip;
    }

    /// <summary>The bytes of a file, inflated as they are read, and never more than the limits allow.</summary>
    /// <returns>Null where there is no such file.</returns>
    public Stream? Read(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        var header = At(entry.Offset, LocalLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalMark)
            throw Broken();
        var start = entry.Offset + LocalLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        At(start, entry.Length);
        var raw = Raw(file.Slice((int)start, (int)entry.Length));
        return new MeteredStream(
            entry.Method switch
            {
                0 => raw,
                8 => new DeflateStream(raw, CompressionMode.Decompress),
                _ => throw Broken(),
            },
            Spend);
    }

    private uint AddEntry(uint at)
    {
        var header = At(at, EntryLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != EntryMark)
            throw Broken();
        if ((BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & Encrypted) != 0)
            throw Fault(DocxFault.Broken, "The package is encrypted.");
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var name = Encoding.UTF8.GetString(At(at + EntryLength, (uint)nameLength));
        var entry = new Entry(
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));
        // Two parts of one name are no package (ECMA-376, part 2, 6.2.2.3); which of them another program reads?
        if (!entries.TryAdd(name, entry))
            throw Broken();
        return at + EntryLength + (uint)nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
    }

    private int FindEnd()
    {
        var span = file.Span;
        var first = Math.Max(0, span.Length - EndLength - MaxCommentLength);
        for (var at = span.Length - EndLength; at >= first; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(span[at..]) == EndMark)
                return at;
        }

        throw Broken();
    }

    private ReadOnlySpan<byte> At(long offset, uint length) => offset + length <= file.Length
        ? file.Span.Slice((int)offset, (int)length)
        : throw Broken();

    private void Spend(int bytes)
    {
        inflated += bytes;
        if (inflated > DocxLimits.InflatedBytes)
            throw Fault(DocxFault.Costly, "The package is too large.");
    }

    private static MemoryStream Raw(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray());

    private static UnreadableDocxException Broken() => Fault(DocxFault.Broken, "The package is broken.");

    private static UnreadableDocxException Fault(DocxFault fault, string message) => new(fault, message);

    private readonly record struct Entry(ushort Method, uint Length, uint Offset);
}
