using CsCheck;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Text;

public static class LegacyTextTests
{
    private static readonly string[] Capitals = ["Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ"];

    public static TheoryData<string> Letters => [.. LegacyBytes.Letters];

    [Fact]
    public static void There_are_67_small_letters() => Assert.Equal(67, LegacyBytes.Letters.Distinct().Count());

    [Theory]
    [MemberData(nameof(Letters))]
    public static void Every_letter_and_its_capital_comes_back(string letter)
    {
        var capital = letter.ToUpperInvariant();

        Assert.Equal(letter, Back(letter, LegacyEncoding.Tcvn3));
        Assert.Equal(letter, Back(letter, LegacyEncoding.Vni));
        Assert.Equal(capital, Back(capital, LegacyEncoding.Vni));
        Assert.Equal(Capitals.Contains(capital) ? capital : letter, Back(capital, LegacyEncoding.Tcvn3));
        Assert.Equal(
            capital,
            LegacyText.DecodeCapitals(LegacyBytes.Encode(letter, LegacyEncoding.Tcvn3), LegacyEncoding.Tcvn3));
    }

    /// <summary>Two texts as public sources quote them: the second with the soft hyphen that they lost.</summary>
    [Theory]
    [InlineData("§¶ng Céng s¶n ViÖt Nam", "Đảng Cộng sản Việt Nam", LegacyEncoding.Tcvn3)]
    [InlineData(
        "Ban ChÊp hµnh Trung \u00AD¬ng ®¶ng céng s¶n viÖt nam",
        "Ban Chấp hành Trung ương đảng cộng sản việt nam",
        LegacyEncoding.Tcvn3)]
    [InlineData("Ñaûng Coäng saûn Vieät Nam", "Đảng Cộng sản Việt Nam", LegacyEncoding.Vni)]
    [InlineData("NGUYEÃN VAÊN ÑÖÏC, uûy vieân", "NGUYỄN VĂN ĐỰC, ủy viên", LegacyEncoding.Vni)]
    public static void Whole_texts_are_decoded(string legacy, string text, LegacyEncoding encoding) =>
        Assert.Equal(text, LegacyText.Decode(legacy, encoding));

    [Fact]
    public static void A_soft_hyphen_is_a_letter_wherever_it_stands() =>
        Assert.Equal("ư tư ư", LegacyText.Decode("\u00AD t\u00AD \u00AD", LegacyEncoding.Tcvn3));

    [Fact]
    public static void In_VNI_the_longer_match_goes_first() =>
        Assert.Equal("ờ ơ ừ ư ộ", LegacyText.Decode("ôø ô öø ö oä", LegacyEncoding.Vni));

    [Theory]
    [InlineData("Aø", "À")]
    [InlineData("aØ", "à")]
    [InlineData("Oâng", "Ông")]
    public static void In_VNI_the_letter_decides_about_the_capital(string legacy, string text) =>
        Assert.Equal(text, LegacyText.Decode(legacy, LegacyEncoding.Vni));

    [Fact]
    public static void What_no_table_names_stays_as_it_is()
    {
        const string Text = "“21-HD/BTCTW” – 100% … \u0081\u0090 € 中";

        Assert.Equal(Text, LegacyText.Decode(Text, LegacyEncoding.Tcvn3));
        Assert.Equal(Text, LegacyText.Decode(Text, LegacyEncoding.Vni));
    }

    [Fact]
    public static void The_capitals_of_a_text_that_is_not_decoded_stay_as_they_are() =>
        Assert.Equal("Nguyễn Văn A", LegacyText.DecodeCapitals("Nguyễn Văn A", LegacyEncoding.None));

    [Fact]
    public static void Every_text_of_the_samples_comes_back()
    {
        foreach (var text in SampleTexts.Vietnamese)
        {
            Assert.Equal(text, Back(text, LegacyEncoding.Vni));
            Assert.Equal(text.ToUpperInvariant(), LegacyText.DecodeCapitals(
                LegacyBytes.Encode(text, LegacyEncoding.Tcvn3), LegacyEncoding.Tcvn3));
            // A capital with a tone is a matter of the font.
            var small = text.ToLowerInvariant();
            Assert.Equal(small, Back(small, LegacyEncoding.Tcvn3));
        }
    }

    [Fact]
    public static void Any_run_of_letters_comes_back() => Pick([.. LegacyBytes.Letters, "a", "b", "o", "u", " ", "."])
        .Array[0, 40].Select(string.Concat)
        .Sample(text =>
        {
            var capitals = text.ToUpperInvariant();
            return Back(text, LegacyEncoding.Tcvn3) == text
                && Back(text, LegacyEncoding.Vni) == text
                && Back(capitals, LegacyEncoding.Vni) == capitals;
        });

    private static string Back(string text, LegacyEncoding encoding) =>
        LegacyText.Decode(LegacyBytes.Encode(text, encoding), encoding);

    private static Gen<string> Pick(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
