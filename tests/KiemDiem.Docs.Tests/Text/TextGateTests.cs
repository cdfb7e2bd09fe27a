using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Text;

/// <summary>Sources are written with escapes where the eye could not tell one character from another.</summary>
public static class TextGateTests
{
    [Theory]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("\u0110a\u0306\u0301c", "Đắc")]
    [InlineData("Tr\u01B0\u01A1\u0300ng", "Trường")]
    public static void Decomposed_letters_are_composed_without_a_finding(string decomposed, string expected)
    {
        var (text, findings) = Pass(decomposed);

        Assert.Equal(expected, text);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("\u01A3u điểm", "ưu điểm")]
    [InlineData("\u01A2u điểm", "Ưu điểm")]
    [InlineData("ph\u01A3ơng h\u01A3ớng", "phương hướng")]
    [InlineData("th\u01A3\u0301", "thứ")]
    [InlineData("\u01A2\u0301ng x\u01A3\u0309", "Ứng xử")]
    [InlineData("\u01A3\u0323", "ự")]
    public static void The_gha_of_broken_pdf_extraction_becomes_u_with_horn_and_takes_its_tone_mark(
        string broken, string expected)
    {
        var (text, findings) = Pass(broken);

        Assert.Equal(expected, text);
        Assert.All(findings, finding => Assert.Equal(TextFindingKind.Gha, finding.Kind));
        Assert.All(findings, finding => Assert.False(finding.IsFault));
    }

    [Fact]
    public static void A_repair_is_told_once_however_often_it_was_needed()
    {
        var (_, findings) = Pass("\u01A3 \u01A3 \u01A3 \u01A2 \u01A2");

        Assert.Equal([new TextFinding(TextFindingKind.Gha, 0x1A3)], findings);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x07)]
    [InlineData(0x0A)]
    [InlineData(0x0D)]
    [InlineData(0x1B)]
    [InlineData(0x7F)]
    [InlineData(0x85)]
    [InlineData(0x9F)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    public static void A_control_character_is_a_fault_that_names_it(int code)
    {
        var (text, findings) = Pass($"An{(char)code}Bình");

        Assert.Equal([new TextFinding(TextFindingKind.ControlCharacter, code)], findings);
        Assert.True(findings[0].IsFault);
        Assert.Equal("AnBình", text);
    }

    /// <summary>As letters, because a test runner does not carry such strings.</summary>
    [Theory]
    [InlineData('A', 'n', '\uD83D')]
    [InlineData('\uDE00', 'A', 'n')]
    [InlineData('A', '\uD83D', 'n')]
    [InlineData('A', '\uDE00', 'n')]
    public static void Half_a_surrogate_pair_is_a_fault(char first, char second, char third)
    {
        var (text, findings) = Pass($"{first}{second}{third}");

        Assert.Equal(TextFindingKind.LoneSurrogate, Assert.Single(findings).Kind);
        Assert.True(findings[0].IsFault);
        Assert.Equal("An", text);
    }

    [Fact]
    public static void Two_halves_in_the_wrong_order_are_two_faults()
    {
        var (text, findings) = Pass("A\uDE00\uD83Dn");

        Assert.Equal([0xDE00, 0xD83D], findings.Select(finding => finding.CodePoint));
        Assert.Equal("An", text);
    }

    [Fact]
    public static void A_soft_hyphen_is_a_fault_because_it_is_an_unconverted_letter()
    {
        var (_, findings) = Pass("Tr\u00ADêng");

        Assert.Equal([new TextFinding(TextFindingKind.SoftHyphen, 0xAD)], findings);
        Assert.True(findings[0].IsFault);
    }

    [Theory]
    [InlineData(0x200B)]
    [InlineData(0x200C)]
    [InlineData(0x200D)]
    [InlineData(0x200E)]
    [InlineData(0x2060)]
    [InlineData(0x202E)]
    [InlineData(0xFEFF)]
    public static void An_invisible_character_is_taken_out_and_told(int code)
    {
        var (text, findings) = Pass($"{(char)code}Nguyễn{(char)code} An{(char)code}");

        Assert.Equal("Nguyễn An", text);
        Assert.Equal([new TextFinding(TextFindingKind.HiddenCharacter, code)], findings);
        Assert.False(findings[0].IsFault);
    }

    [Fact]
    public static void Every_kind_of_space_and_the_tab_is_a_space()
    {
        const string Spaces =
            " \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

        Assert.All(Spaces.Append('\t'), space =>
        {
            var (text, findings) = Pass($"a{space}b");
            Assert.Equal("a b", text);
            Assert.Empty(findings);
        });
        Assert.Equal("a b", Pass($"a{Spaces}b").Text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("\t\u00A0", "")]
    [InlineData("  An", "An")]
    [InlineData("An  ", "An")]
    [InlineData("Lê   Văn  An", "Lê Văn An")]
    [InlineData("An \u200B Bình", "An Bình")]
    public static void Spaces_are_single_and_stand_at_neither_end(string loose, string expected) =>
        Assert.Equal(expected, Pass(loose).Text);

    [Fact]
    public static void The_hyphen_that_word_does_not_break_at_is_a_hyphen()
    {
        var (text, findings) = Pass("21\u2011KL/TW");

        Assert.Equal("21-KL/TW", text);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("H'Lo\u0306ng", "H'Lŏng")]
    [InlineData("\u00CA\u0306 \u00D4\u0306", "\u00CA\u0306 \u00D4\u0306")]
    [InlineData("\u01A0\u0306 \u01A1\u0306 \u01AF\u0306", "\u01A0\u0306 \u01A1\u0306 \u01AF\u0306")]
    [InlineData("c\u030C", "č")]
    [InlineData("Ñ Ƀ ƀ Č č Ĕ ĕ Ĭ ĭ Ŏ ŏ Ŭ ŭ", "Ñ Ƀ ƀ Č č Ĕ ĕ Ĭ ĭ Ŏ ŏ Ŭ ŭ")]
    public static void Names_of_ethnic_minorities_keep_their_marks(string name, string expected)
    {
        var (text, findings) = Pass(name);

        Assert.Equal(expected, text);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Tốt 😀", 0x1F600)]
    [InlineData("共产党", 0x5171)]
    [InlineData("\uE000", 0xE000)]
    [InlineData("\u0FFF", 0x0FFF)]
    public static void A_character_that_no_font_has_is_a_fault_that_names_it(string text, int code)
    {
        var (_, findings) = Pass(text);

        Assert.Equal(new TextFinding(TextFindingKind.NoGlyph, code), findings[0]);
        Assert.True(findings[0].IsFault);
    }

    [Fact]
    public static void The_fonts_are_asked_for_the_composed_letter()
    {
        var asked = new List<int>();

        TextGate.Pass("e\u0302\u0323", code => { asked.Add(code); return true; }, []);

        Assert.Equal([0x1EC7], asked);
    }

    /// <summary>ICU refuses to compose a text with U+FFFE in it.</summary>
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0xFDD0)]
    public static void A_code_point_that_is_no_character_is_a_fault_and_not_a_crash(int code)
    {
        Assert.Contains(Pass($"{(char)code}").Findings, finding => finding.IsFault);
        Assert.Contains(Pass($"e\u0302 {(char)code} ").Findings, finding => finding.IsFault);
    }

    private static (string Text, List<TextFinding> Findings) Pass(string text)
    {
        var findings = new List<TextFinding>();
        return (TextGate.Pass(text, Engine.Fonts.Has, findings), findings);
    }
}
