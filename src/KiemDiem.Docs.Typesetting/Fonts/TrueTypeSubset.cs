using System.Buffers.Binary;
using System.Numerics;
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
    private const ushort ArgsAreOffsets = 0x0002;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;
    private const ushort HasInstructions = 0x0100;

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">The place in the list is the new number. The first must be glyph 0.</param>
    /// <returns>A font file with the tables glyf, head, hhea, hmtx, loca and maxp.</returns>
    public static byte[] Write(OpenTypeFile font, IReadOnlyList<ShapedGlyph> glyphs)
    {
        var numbers = new Numbering(glyphs);
        Func<ushort, int> newNumber = numbers.Of;
        var outlines = new MemoryStream(glyphs.Sum(glyph => font.OutlineOf(glyph.Glyph).Length));
        var offsets = new List<int>(glyphs.Count + 1) { 0 };

        // The numbering grows while we walk it: parts of composite glyphs come after the glyphs that were asked for.
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i < glyphs.Count && glyphs[i].Marks is { } marks)
                WriteLetterWithMarks(outlines, font, glyphs[i].Glyph, marks, newNumber);
            else
                WriteOutline(outlines, font.OutlineOf(numbers[i]), newNumber);
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            offsets.Add((int)outlines.Length);
        }

        var all = numbers.All;
        return Assemble(
            ("glyf", outlines.GetBuffer().AsMemory(0, (int)outlines.Length)),
            ("head", Head(font)),
            ("hhea", Patched(font.Table("hhea"), 34, all.Count)),
            ("hmtx", Metrics(font, all)),
            ("loca", Offsets(offsets)),
            ("maxp", Maximums(font, all.Count, LargestLetterWithMarks(font, glyphs))));
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

    /// <summary>A composite glyph of our own making: the letter at its place, each mark at its.</summary>
    private static void WriteLetterWithMarks(
        MemoryStream target,
        OpenTypeFile font,
        ushort letter,
        IReadOnlyList<PlacedMark> marks,
        Func<ushort, int> newNumber)
    {
        PlacedMark[] parts = [new PlacedMark(letter, 0, 0), .. marks];
        var boxes = parts.Select(part => (part, box: font.BoxOf(part.Glyph))).ToArray();
        WriteNumber(target, -1);
        WriteNumber(target, boxes.Min(pair => pair.part.X + pair.box.XMin));
        WriteNumber(target, boxes.Min(pair => pair.part.Y + pair.box.YMin));
        WriteNumber(target, boxes.Max(pair => pair.part.X + pair.box.XMax));
        WriteNumber(target, boxes.Max(pair => pair.part.Y + pair.box.YMax));
        for (var i = 0; i < parts.Length; i++)
        {
            WriteNumber(target, ArgsAreWords | ArgsAreOffsets | (i + 1 < parts.Length ? MoreComponents : 0));
            WriteNumber(target, newNumber(parts[i].Glyph));
            WriteNumber(target, parts[i].X);
            WriteNumber(target, parts[i].Y);
        }
    }

    private static void WriteNumber(MemoryStream target, int value)
    {
        target.WriteByte((byte)(value >> 8));
        target.WriteByte((byte)value);
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
            at += PartLength(flags);
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

    /// <summary>The most points and contours that a composite of our own making has in all its parts.</summary>
    private static (int Points, int Contours) LargestLetterWithMarks(
        OpenTypeFile font, IReadOnlyList<ShapedGlyph> glyphs)
    {
        var (mostPoints, mostContours) = (0, 0);
        foreach (var glyph in glyphs)
        {
            if (glyph.Marks is null)
                continue;
            var (points, contours) = SizeOf(font, glyph.Glyph);
            foreach (var mark in glyph.Marks)
            {
                var part = SizeOf(font, mark.Glyph);
                (points, contours) = (points + part.Points, contours + part.Contours);
            }

            (mostPoints, mostContours) = (Math.Max(mostPoints, points), Math.Max(mostContours, contours));
        }

        return (mostPoints, mostContours);
    }

    private static (int Points, int Contours) SizeOf(OpenTypeFile font, ushort glyph)
    {
        var outline = font.OutlineOf(glyph);
        if (outline.IsEmpty)
            return (0, 0);
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours == 0)
            return (0, 0);
        // The last contour's last point stands after the header and the contours before.
        if (contours > 0)
            return (BinaryPrimitives.ReadUInt16BigEndian(outline[(8 + (2 * contours))..]) + 1, contours);
        var size = (Points: 0, Contours: 0);
        foreach (var part in PartsOf(outline))
        {
            var (points, partContours) = SizeOf(font, part);
            size = (size.Points + points, size.Contours + partContours);
        }

        return size;
    }

    /// <summary>The glyphs that a composite is made of.</summary>
    private static List<ushort> PartsOf(ReadOnlySpan<byte> outline)
    {
        var parts = new List<ushort>();
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += PartLength(flags);
        }
        while ((flags & MoreComponents) != 0);

        return parts;
    }

    private static int PartLength(ushort flags) => 4 + ((flags & ArgsAreWords) != 0 ? 4 : 2)
        + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);

    private static byte[] Maximums(OpenTypeFile font, int count, (int Points, int Contours) largest)
    {
        // Everything about instructions is zero, for there are none.
        var maxp = Patched(font.Table("maxp"), 4, count);
        maxp.AsSpan(14, 14).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(14), 1);

        Raise(maxp.AsSpan(10), (ushort)largest.Points);
        Raise(maxp.AsSpan(12), (ushort)largest.Contours);

        // A letter with marks may be a composite of composites: one level more than the font has.
        Raise(maxp.AsSpan(28), 3);
        Raise(maxp.AsSpan(30), 3);
        return maxp;
    }

    private static void Raise(Span<byte> number, ushort least)
    {
        if (BinaryPrimitives.ReadUInt16BigEndian(number) < least)
            BinaryPrimitives.WriteUInt16BigEndian(number, least);
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
    private static byte[] Assemble(params ReadOnlySpan<(string Tag, ReadOnlyMemory<byte> Data)> tables)
    {
        var directory = 12 + (16 * tables.Length);
        var size = directory;
        foreach (var table in tables)
            size += (table.Data.Length + 3) & ~3;

        var file = new byte[size];
        var entrySelector = BitOperations.Log2((uint)tables.Length);
        var searchRange = 16 << entrySelector;
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)searchRange);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)entrySelector);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - searchRange));

        var offset = directory;
        var headOffset = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var tag = tables[i].Tag;
            var data = tables[i].Data.Span;
            data.CopyTo(file.AsSpan(offset));
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

    /// <summary>Which glyph has which number in the subset.</summary>
    private sealed class Numbering
    {
        private readonly List<ushort> all;
        private readonly Dictionary<ushort, int> numbers = [];

        public Numbering(IReadOnlyList<ShapedGlyph> glyphs)
        {
            all = [.. glyphs.Select(glyph => glyph.Glyph)];
            for (var i = 0; i < glyphs.Count; i++)
            {
                // A letter with marks is not the letter: the number leads to another outline.
                if (glyphs[i].Marks is null)
                    numbers.TryAdd(glyphs[i].Glyph, i);
            }
        }

        public List<ushort> All => all;

        public int Count => all.Count;

        public ushort this[int number] => all[number];

        /// <summary>The number of a glyph, which comes along if it was not there.</summary>
        public int Of(ushort glyph)
        {
            if (numbers.TryGetValue(glyph, out var number))
                return number;
            numbers.Add(glyph, all.Count);
            all.Add(glyph);
            return all.Count - 1;
        }
    }
}
