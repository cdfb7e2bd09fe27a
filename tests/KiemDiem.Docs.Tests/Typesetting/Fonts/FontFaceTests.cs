using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Typesetting.Fonts;

public static class FontFaceTests
{
    private const string Vietnamese =
        "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    private static readonly FontFace Regular = Face(default);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public static void Every_face_has_every_Vietnamese_letter(bool bold, bool italic)
    {
        var face = Face(new TextStyle(Length.Pt(14), bold, italic));
        Assert.All(Vietnamese + Vietnamese.ToUpperInvariant(), letter => Assert.True(face.Has(letter), $"{letter}"));
    }

    [Fact]
    public static void The_widths_are_those_of_Times()
    {
        // Source: Adobe's metrics of Times-Roman, thousandths of an em.
        Assert.Equal(250, Thousandths(Regular.Shape(".").Width));
        Assert.Equal(250, Thousandths(Regular.SpaceWidth));
        Assert.Equal(889, Thousandths(Regular.Shape("M").Width));
        Assert.Equal(333, Thousandths(Regular.Shape("-").Width));
        Assert.Equal(500, Thousandths(Regular.Shape("5").Width));
    }

    [Fact]
    public static void Kerning_and_ligatures_are_off_as_in_Word()
    {
        Assert.Equal(Regular.Shape("A").Width + Regular.Shape("V").Width, Regular.Shape("AV").Width);
        Assert.Equal(2, Regular.Shape("fi").Glyphs.Length);
    }

    [Theory]
    [InlineData("Ê\u0306")]
    [InlineData("Ơ\u0306")]
    [InlineData("n\u0306")]
    public static void A_letter_with_a_combining_mark_is_as_wide_as_the_letter_and_keeps_its_text(string text)
    {
        var word = Regular.Shape(text);

        Assert.Equal(Regular.Shape(text.AsSpan(0, 1)).Width, word.Width);
        var letter = Assert.Single(word.Glyphs);
        Assert.Equal(text, letter.Text);
        Assert.NotEqual(0, letter.Glyph);
        var mark = Assert.Single(letter.Marks!);
        var (over, under) = (Regular.File.BoxOf(mark.Glyph), Regular.File.BoxOf(letter.Glyph));
        Assert.True(mark.Y + over.YMin > under.YMax, "The mark must stand above the letter.");
        Assert.InRange(mark.X + ((over.XMin + over.XMax) / 2), under.XMin, under.XMax);
    }

    [Theory]
    [InlineData("Ê\u0316")]
    [InlineData("Ơ\u0331")]
    [InlineData("Ƀ\u0323")]
    public static void A_mark_below_stands_below_its_letter(string text)
    {
        var letter = Assert.Single(Regular.Shape(text).Glyphs);

        var mark = Assert.Single(letter.Marks!);
        var (under, over) = (Regular.File.BoxOf(mark.Glyph), Regular.File.BoxOf(letter.Glyph));
        Assert.True(mark.Y + under.YMax < over.YMin, "The mark must stand below the letter.");
        Assert.InRange(mark.X + ((under.XMin + under.XMax) / 2), over.XMin, over.XMax);
    }

    [Fact]
    public static void The_text_of_the_glyphs_is_the_text_of_the_word()
    {
        foreach (var text in (string[])["nghiêng", "Ắc-quy", "ŏ", "čư̆", "21-KL/TW", "Y\u0306Ơ\u0306"])
            Assert.Equal(text, string.Concat(Regular.Shape(text).Glyphs.Select(glyph => glyph.Text)));
    }

    [Fact]
    public static void Shaping_the_same_word_twice_gives_the_same_object() =>
        Assert.Same(Regular.Shape("đồng"), Regular.Shape("đồng"));

    [Fact]
    public static void Many_threads_shape_alike()
    {
        var words = Enumerable.Range(0, 400).Select(i => $"chữ{i}ậ").ToArray();
        using var fresh = FontLibrary.Load(Repository.Fonts);
        var face = fresh.Face("Times New Roman", default);
        var widths = words.AsParallel().AsOrdered().Select(word => face.Shape(word).Width).ToArray();

        Assert.Equal(words.Select(word => Regular.Shape(word).Width), widths);
    }

    [Fact]
    public static void A_measured_text_is_the_sum_of_its_words_and_spaces()
    {
        var style = new TextStyle(Length.Pt(14));
        var sum = Measure("Cộng") + Measure("hòa") + Measure(" ");
        Assert.Equal(sum, Measure("Cộng hòa"));

        Length Measure(string text) => Engine.Fonts.Measure("Times New Roman", style, text);
    }

    [Fact]
    public static void A_missing_family_is_named() =>
        Assert.Contains(
            "Arial", Assert.Throws<InvalidDataException>(() => Engine.Fonts.Face("Arial", default)).Message);

    private static FontFace Face(TextStyle style) => Engine.Fonts.Face("Times New Roman", style);

    private static int Thousandths(int fontUnits) => (int)Math.Round(fontUnits * 1000.0 / Regular.UnitsPerEm);
}
