using System.Buffers.Binary;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Fonts;
using SkiaSharp;

namespace KiemDiem.Docs.Tests.Typesetting.Fonts;

public static class TrueTypeSubsetTests
{
    private static readonly OpenTypeFile Whole = Engine.Fonts.Face("Times New Roman", default).File;

    [Fact]
    public static void Skia_draws_the_same_outlines_from_the_subset()
    {
        ushort[] glyphs = [0, .. "aĐệỮ½".Select(letter => Whole.GlyphOf(letter))];
        using var subset = Typeface(Write(glyphs));
        using var whole = Typeface(File.ReadAllBytes(Path.Combine(Repository.Fonts, "LiberationSerif-Regular.ttf")));

        for (ushort i = 1; i < glyphs.Length; i++)
            Assert.Equal(Outline(whole, glyphs[i]), Outline(subset, i));
    }

    [Fact]
    public static void The_parts_of_composite_glyphs_come_along()
    {
        var composite = Enumerable.Range(1, Whole.GlyphCount - 1).First(glyph =>
            Whole.OutlineOf(glyph) is { Length: > 2 } outline && (sbyte)outline[0] < 0);
        var subset = Glyphs(Write(0, (ushort)composite));

        Assert.True(subset > 2);
    }

    [Fact]
    public static void A_glyph_may_be_asked_for_twice()
    {
        var a = Whole.GlyphOf('a');
        Assert.Equal(3, Glyphs(Write(0, a, a)));
    }

    [Fact]
    public static void A_subset_is_a_small_part_of_the_whole_and_always_the_same()
    {
        ushort[] glyphs = [0, .. "Cộng hòa xã hội chủ nghĩa Việt Nam".Distinct().Select(c => Whole.GlyphOf(c))];
        var first = Write(glyphs);

        Assert.Equal(first, Write(glyphs));
        Assert.InRange(first.Length, 1_000, 12_000);
    }

    [Fact]
    public static void Its_checksum_is_what_the_specification_asks_for()
    {
        var file = Write(0, Whole.GlyphOf('ế'));
        uint sum = 0;
        for (var i = 0; i < file.Length; i += 4)
            sum += System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(i));

        Assert.Equal(0xB1B0AFBA, sum);
    }

    [Fact]
    public static void The_maximums_hold_for_letters_with_marks()
    {
        // The hat of Ế and the breve: more contours than any composite of the font itself has.
        var glyphs = Engine.Fonts.Face("Times New Roman", default).Shape("Ế\u0306\u0306").Glyphs;
        var subset = TrueTypeSubset.Write(Whole, [new ShapedGlyph(0, string.Empty, 0, null), .. glyphs]);
        var entry = subset.AsSpan(subset.AsSpan().IndexOf("maxp"u8));
        var maxp = subset.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry[8..]));

        Assert.True(BinaryPrimitives.ReadUInt16BigEndian(maxp[12..]) >= 5);
        Assert.True(BinaryPrimitives.ReadUInt16BigEndian(maxp[10..])
            >= BinaryPrimitives.ReadUInt16BigEndian(Whole.Table("maxp")[10..]));
    }

    [Fact]
    public static void A_letter_with_marks_becomes_one_glyph_of_both()
    {
        var word = Engine.Fonts.Face("Times New Roman", default).Shape("Ơ\u0306");
        var letter = word.Glyphs[0];
        using var subset = Typeface(TrueTypeSubset.Write(Whole, [new ShapedGlyph(0, string.Empty, 0, null), letter]));
        using var font = new SKFont(subset, 2048) { Hinting = SKFontHinting.None };
        using var path = font.GetGlyphPath(1);

        var mark = Whole.BoxOf(letter.Marks![0].Glyph);
        Assert.Equal(letter.Marks[0].Y + mark.YMax, -path.Bounds.Top, 1.0);
        Assert.Equal(Whole.BoxOf(letter.Glyph).YMin, -path.Bounds.Bottom, 1.0);
    }

    private static byte[] Write(params ushort[] glyphs) =>
        TrueTypeSubset.Write(Whole, [.. glyphs.Select(glyph => new ShapedGlyph(glyph, "x", 0, null))]);

    private static int Glyphs(byte[] font)
    {
        using var typeface = Typeface(font);
        return typeface.GlyphCount;
    }

    private static SKTypeface Typeface(byte[] font) => SKTypeface.FromData(SKData.CreateCopy(font));

    private static string Outline(SKTypeface typeface, ushort glyph)
    {
        using var font = new SKFont(typeface, 2048) { Hinting = SKFontHinting.None };
        using var path = font.GetGlyphPath(glyph);
        return path.ToSvgPathData();
    }
}
