using System.Buffers.Binary;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>Reads the tables of a TrueType-flavoured OpenType file that measuring and subsetting need.</summary>
/// <remarks>Source: the OpenType specification 1.9, chapters cmap, glyf, head, hhea, hmtx, loca, OS/2, post.</remarks>
internal sealed class OpenTypeFile
{
    private readonly byte[] data;
    private readonly Dictionary<string, Range> tables = [];
    private readonly Dictionary<int, ushort> glyphs;
    private readonly int horizontalMetrics;
    private readonly ushort[] advances;
    private readonly int[] outlines;
    private readonly Range outlineTable;

    public OpenTypeFile(byte[] data)
    {
        this.data = data;
        if (data.Length < 12 || U32(data, 0) is not 0x00010000u)
            throw new InvalidDataException("Not a TrueType font file.");

        var count = U16(data, 4);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + (16 * i);
            var offset = (int)U32(data, record + 8);
            var length = (int)U32(data, record + 12);
            if (offset < 0 || length < 0 || offset + (long)length > data.Length)
                throw new InvalidDataException("A font table lies outside its file.");
            tables[Encoding.ASCII.GetString(data, record, 4)] = offset..(offset + length);
        }

        var head = Table("head");
        UnitsPerEm = U16(head, 18);
        BoundingBox = (I16(head, 36), I16(head, 38), I16(head, 40), I16(head, 42));
        GlyphCount = U16(Table("maxp"), 4);
        horizontalMetrics = U16(Table("hhea"), 34);
        advances = ReadAdvances();
        outlines = ReadOutlineOffsets(longOffsets: I16(head, 50) == 1);
        outlineTable = tables["glyf"];
        Ascent = I16(Table("hhea"), 4);
        Descent = I16(Table("hhea"), 6);
        CapHeight = I16(Table("OS/2"), 88);
        ItalicAngle = (int)U32(Table("post"), 4) / 65536.0;
        PostScriptName = ReadName(6);
        glyphs = ReadCharacterMap(Table("cmap"));
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Ascender of hhea, font units.</summary>
    public int Ascent { get; }

    /// <summary>Descender of hhea, font units, negative.</summary>
    public int Descent { get; }

    /// <summary>Height of a flat capital, font units.</summary>
    public int CapHeight { get; }

    public double ItalicAngle { get; }

    public (int XMin, int YMin, int XMax, int YMax) BoundingBox { get; }

    public string PostScriptName { get; }

    /// <summary>Every character the font has, with its glyph.</summary>
    public IReadOnlyDictionary<int, ushort> Glyphs => glyphs;

    public ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var range)
        ? data.AsSpan(range)
        : throw new InvalidDataException($"The font has no table '{tag}'.");

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public ushort GlyphOf(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    /// <summary>How far the pen moves after a glyph, font units.</summary>
    public int AdvanceOf(int glyph) => advances[glyph];

    public int LeftSideBearingOf(int glyph)
    {
        var hmtx = Table("hmtx");
        return glyph < horizontalMetrics
            ? I16(hmtx, (4 * glyph) + 2)
            : I16(hmtx, (4 * horizontalMetrics) + (2 * (glyph - horizontalMetrics)));
    }

    /// <summary>The outline of a glyph as it stands in the file; empty for a blank glyph.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph) => data.AsSpan(outlineTable)[outlines[glyph]..outlines[glyph + 1]];

    /// <summary>The box around a glyph's outline; all zero for a blank glyph.</summary>
    public (int XMin, int YMin, int XMax, int YMax) BoxOf(int glyph)
    {
        var outline = OutlineOf(glyph);
        return outline.IsEmpty ? default : (I16(outline, 2), I16(outline, 4), I16(outline, 6), I16(outline, 8));
    }

    private ushort[] ReadAdvances()
    {
        var hmtx = Table("hmtx");
        var result = new ushort[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
            result[glyph] = U16(hmtx, 4 * Math.Min(glyph, horizontalMetrics - 1));
        return result;
    }

    private int[] ReadOutlineOffsets(bool longOffsets)
    {
        var loca = Table("loca");
        var result = new int[GlyphCount + 1];
        for (var glyph = 0; glyph <= GlyphCount; glyph++)
            result[glyph] = longOffsets ? (int)U32(loca, 4 * glyph) : 2 * U16(loca, 2 * glyph);
        return result;
    }

    private static Dictionary<int, ushort> ReadCharacterMap(ReadOnlySpan<byte> cmap)
    {
        var best = -1;
        var count = U16(cmap, 2);
        for (var i = 0; i < count; i++)
        {
            var platform = U16(cmap, 4 + (8 * i));
            var encoding = U16(cmap, 6 + (8 * i));
            var offset = (int)U32(cmap, 8 + (8 * i));
            var format = U16(cmap, offset);
            if (platform == 3 && encoding == 10 && format == 12)
                return ReadFormat12(cmap[offset..]);
            if (platform == 3 && encoding == 1 && format == 4)
                best = offset;
        }

        return best >= 0 ? ReadFormat4(cmap[best..]) : throw new InvalidDataException("The font has no Unicode cmap.");
    }

    private static Dictionary<int, ushort> ReadFormat4(ReadOnlySpan<byte> map)
    {
        var result = new Dictionary<int, ushort>();
        var segments = U16(map, 6) / 2;
        for (var s = 0; s < segments; s++)
        {
            var end = U16(map, 14 + (2 * s));
            var start = U16(map, 16 + (2 * segments) + (2 * s));
            var delta = U16(map, 16 + (4 * segments) + (2 * s));
            var rangeAt = 16 + (6 * segments) + (2 * s);
            var range = U16(map, rangeAt);
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                int glyph = range == 0 ? c : U16(map, rangeAt + range + (2 * (c - start)));
                if (range == 0 || glyph != 0)
                    glyph = (glyph + delta) & 0xFFFF;
                if (glyph != 0)
                    result[c] = (ushort)glyph;
            }
        }

        return result;
    }

    private static Dictionary<int, ushort> ReadFormat12(ReadOnlySpan<byte> map)
    {
        var result = new Dictionary<int, ushort>();
        var groups = (int)U32(map, 12);
        for (var g = 0; g < groups; g++)
        {
            var at = 16 + (12 * g);
            var start = (int)U32(map, at);
            var end = (int)U32(map, at + 4);
            var glyph = (int)U32(map, at + 8);
            for (var c = start; c <= end; c++)
                result[c] = (ushort)(glyph + c - start);
        }

        return result;
    }

    private string ReadName(int nameId)
    {
        var name = Table("name");
        var count = U16(name, 2);
        var storage = U16(name, 4);
        for (var i = 0; i < count; i++)
        {
            var at = 6 + (12 * i);
            if (U16(name, at) != 3 || U16(name, at + 6) != nameId)
                continue;
            var start = storage + U16(name, at + 10);
            return Encoding.BigEndianUnicode.GetString(name.Slice(start, U16(name, at + 8)));
        }

        throw new InvalidDataException("The font has no PostScript name.");
    }

    private static ushort U16(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt16BigEndian(span[at..]);

    private static short I16(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadInt16BigEndian(span[at..]);

    private static uint U32(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt32BigEndian(span[at..]);
}
