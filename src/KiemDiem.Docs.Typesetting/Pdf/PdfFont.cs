using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Typesetting.Fonts;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// A font as one document uses it: its characters get codes as they turn up, then it is embedded cut down.
/// </summary>
/// <remarks>Source: ISO 32000-1, 9.7 (composite fonts), 9.8 (descriptors), 9.10.3 (ToUnicode).</remarks>
internal sealed class PdfFont
{
    /// <summary>What a bfchar block may hold. Source: Adobe Technical Note 5014, 1.4.1.</summary>
    private const int MaxMappingsPerBlock = 100;

    private const string ZeroWidthSpace = "\u200B";

    private readonly FontFace face;
    private readonly ushort[] firstCodes;
    private readonly Dictionary<string, ushort> otherCodes = new(StringComparer.Ordinal);
    private readonly List<ShapedGlyph> glyphs = [new(0, string.Empty, 0, null)];

    public PdfFont(FontFace face, string resourceName)
    {
        this.face = face;
        ResourceName = resourceName;
        firstCodes = new ushort[face.File.GlyphCount];
    }

    /// <summary>Its name in the pages' resources.</summary>
    public string ResourceName { get; }

    /// <summary>The code of a blank.</summary>
    public ushort SpaceCode => CodeOf(face.Space);

    /// <summary>
    /// The code of a letter with its marks. What looks alike but stands for other text has a code of its own; so has
    /// each letter with marks, which becomes one glyph: a reader then finds it whole.
    /// </summary>
    public ushort CodeOf(ShapedGlyph glyph)
    {
        // 0 stands for none: it is the code of the glyph that is nobody's.
        var first = firstCodes[glyph.Glyph];
        if (first != 0 && glyphs[first].Text == glyph.Text)
            return first;
        if (first != 0 && otherCodes.TryGetValue(glyph.Text, out var other))
            return other;

        var code = checked((ushort)glyphs.Count);
        glyphs.Add(glyph);
        if (first == 0)
            firstCodes[glyph.Glyph] = code;
        else
            otherCodes[glyph.Text] = code;
        return code;
    }

    /// <summary>Writes the font and all it needs.</summary>
    public void Write(PdfFile file, PdfReference reference)
    {
        var (descendant, descriptor, program, toUnicode) =
            (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var subset = TrueTypeSubset.Write(face.File, glyphs);
        var name = SubsetTag(subset) + "+" + face.PostScriptName;

        file.Begin(reference)
            .Add("<</Type/Font/Subtype/Type0/BaseFont/"u8).Add(name)
            .Add("/Encoding/Identity-H/DescendantFonts["u8).Add(descendant.ToString())
            .Add("]/ToUnicode "u8).Add(toUnicode.ToString()).Add(">>"u8);
        file.End();

        var buffer = file.Begin(descendant)
            .Add("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Add(name)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"u8)
            .Add("/FontDescriptor "u8).Add(descriptor.ToString()).Add("/W[0["u8);
        foreach (var glyph in glyphs)
            buffer.Add(Thousandths(face.File.AdvanceOf(glyph.Glyph))).Add((byte)' ');
        buffer.Add("]]>>"u8);
        file.End();

        WriteDescriptor(file, descriptor, program, name);
        file.WriteStream(program, subset, "/Length1 " + subset.Length.ToString(CultureInfo.InvariantCulture));
        using var map = ToUnicode();
        file.WriteStream(toUnicode, map.Span);
    }

    private void WriteDescriptor(PdfFile file, PdfReference reference, PdfReference program, string name)
    {
        // Serif (bit 2), symbolic (bit 3, for its codes follow no standard encoding), italic (bit 7).
        var font = face.File;
        var flags = 2 + 4 + (font.ItalicAngle == 0 ? 0 : 64);
        var box = font.BoundingBox;
        var buffer = file.Begin(reference)
            .Add("<</Type/FontDescriptor/FontName/"u8).Add(name).Add("/Flags "u8).Add(flags).Add("/FontBBox["u8);
        foreach (var edge in (ReadOnlySpan<int>)[box.XMin, box.YMin, box.XMax, box.YMax])
            buffer.Add((int)Math.Round(Thousandths(edge))).Add((byte)' ');
        var bold = name.Contains("Bold", StringComparison.Ordinal);
        buffer.Add("]/ItalicAngle "u8).Add(font.ItalicAngle)
            .Add("/Ascent "u8).Add(Thousandths(font.Ascent))
            .Add("/Descent "u8).Add(Thousandths(font.Descent))
            .Add("/CapHeight "u8).Add(Thousandths(font.CapHeight))
            .Add("/StemV "u8).Add(bold ? 140 : 85)
            .Add("/FontFile2 "u8).Add(program.ToString()).Add(">>"u8);
        file.End();
    }

    /// <summary>The way back from codes to text, for searching and copying.</summary>
    private PdfBuffer ToUnicode()
    {
        var map = new PdfBuffer().Add(
            """
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange

            """);
        foreach (var block in Enumerable.Range(1, glyphs.Count - 1).Chunk(MaxMappingsPerBlock))
        {
            map.Add(block.Length).Add(" beginbfchar\n"u8);
            foreach (var code in block)
            {
                map.Add((byte)'<').AddHex((ushort)code).Add("><"u8).AddHex(TextOf(glyphs[code])).Add(">\n"u8);
            }

            map.Add("endbfchar\n"u8);
        }

        return map.Add("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
    }

    /// <summary>A further glyph of a character that has several adds nothing, but must be mapped.</summary>
    private static string TextOf(ShapedGlyph glyph) => glyph.Text.Length > 0 ? glyph.Text : ZeroWidthSpace;

    private double Thousandths(int fontUnits) => fontUnits * 1000.0 / face.UnitsPerEm;

    /// <summary>Six capitals that tell subsets apart; taken from the content, so that it is always the same.</summary>
    private static string SubsetTag(byte[] subset)
    {
        var hash = SHA256.HashData(subset);
        var tag = new StringBuilder(6);
        for (var i = 0; i < 6; i++)
            tag.Append((char)('A' + (hash[i] % 26)));
        return tag.ToString();
    }
}
