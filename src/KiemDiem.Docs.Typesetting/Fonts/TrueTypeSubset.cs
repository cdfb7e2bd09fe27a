using System.Buffers.Binary;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>Cuts a font file down to the glyphs a document shows, renumbered from 0 in the order given.</summary>
/// <remarks>
/// Hinting is left out: it is half of the bytes, and PDF readers scale outlines with anti-aliasing.
/// One glyph may be given twice: a PDF needs that where it stands for two different characters.
/// Source: the OpenType specification 1.9, chapters glyf, loca, otff; ISO 32000-1, 9.9 (tables a CIDFontType2 needs).
/// </remarks>
internal static class TrueTypeSubset
{
    private const ushort ArgsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;
    private const ushort HasInstructions = 0x0100;

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Old glyph numbers; the place in the list is the new number. The first must be 0.</param>
    /// <returns>A font file with the tables glyf, head, hhea, hmtx, loca and maxp.</returns>
    public static byte[] Write(OpenTypeFile font, IReadOnlyList<ushort> glyphs)
    {
        var all = new List<ushort>(glyphs);
        var newNumbers = new Dictionary<ushort, int>();
        for (var i = 0; i < glyphs.Count; i++)
            newNumbers.TryAdd(glyphs[i], i);

        var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };

        // The list grows while we walk it: a composite glyph's parts come after the glyphs that were asked for.
        for (var i = 0; i < all.Count; i++)
        {
            WriteOutline(outlines, font.OutlineOf(all[i]), part =>
            {
                if (!newNumbers.TryGetValue(part, out var number))
                {
                    number = all.Count;
                    newNumbers.Add(part, number);
                    all.Add(part);
                }

                return number;
            });
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            offsets.Add((int)outlines.Length);
        }

        return Assemble(
            ("glyf", outlines.ToArray()),
            ("head", Head(font)),
            ("hhea", Patched(font.Table("hhea"), 34, all.Count)),
            ("hmtx", Metrics(font, all)),
            ("loca", Offsets(offsets)),
            ("maxp", Maximums(font, all.Count)));
    }

    private static void WriteOutline(MemoryStream target, ReadOnlySpan<byte> outline, Func<ushort, int> newNumber)
    {
        if (outline.IsEmpty)
            return;

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
            WriteSimple(target, outline, contours);
        else
            WriteComposite(target, outline, newNumber);
    }

    private static void WriteSimple(MemoryStream target, ReadOnlySpan<byte> outline, int contours)
    {
        var lengthAt = 10 + (2 * contours);
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        target.Write(outline[..lengthAt]);
        target.Write([0, 0]);
        target.Write(outline[(lengthAt + 2 + instructions)..]);
    }

    private static void WriteComposite(MemoryStream target, ReadOnlySpan<byte> outline, Func<ushort, int> newNumber)
    {
        Span<byte> copy = outline.ToArray();
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy[at..]);
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy[(at + 2)..]);
            BinaryPrimitives.WriteUInt16BigEndian(copy[at..], (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(copy[(at + 2)..], (ushort)newNumber(part));
            at += 4 + ((flags & ArgsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);

        target.Write(copy[..at]);
    }

    private static byte[] Head(OpenTypeFile font)
    {
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] Maximums(OpenTypeFile font, int count)
    {
        // Everything about instructions is zero, for there are none.
        var maxp = Patched(font.Table("maxp"), 4, count);
        maxp.AsSpan(14, 14).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(14), 1);
        return maxp;
    }

    private static byte[] Metrics(OpenTypeFile font, List<ushort> glyphs)
    {
        var hmtx = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)font.AdvanceOf(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)font.LeftSideBearingOf(glyphs[i]));
        }

        return hmtx;
    }

    private static byte[] Offsets(List<int> offsets)
    {
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), (uint)offsets[i]);
        return loca;
    }

    private static byte[] Patched(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    /// <summary>Table directory, tables in the order of their tags, checksums.</summary>
    private static byte[] Assemble(params ReadOnlySpan<(string Tag, byte[] Data)> tables)
    {
        var directory = 12 + (16 * tables.Length);
        var size = directory;
        foreach (var table in tables)
            size += (table.Data.Length + 3) & ~3;

        var file = new byte[size];
        var searchRange = 16 * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)tables.Length + 1) / 2;
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)searchRange);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)System.Numerics.BitOperations.Log2((uint)searchRange / 16));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - searchRange));

        var offset = directory;
        var headOffset = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, data) = tables[i];
            data.CopyTo(file, offset);
            var record = file.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(data));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)data.Length);
            if (tag == "head")
                headOffset = offset;
            offset += (data.Length + 3) & ~3;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headOffset + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        while (data.Length >= 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
            data = data[4..];
        }

        if (data.IsEmpty)
            return sum;
        Span<byte> last = stackalloc byte[4];
        data.CopyTo(last);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(last);
    }
}
