using System.Globalization;
using System.Text;
using CsCheck;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Text;

public static class TextGatePropertyTests
{
    private const long Runs = 3000;

    /// <summary>Characters that the gate treats specially, and letters and marks that combine.</summary>
    private static readonly Gen<char> Telling = Gen.OneOf(
        ("-aeêưƯơđĐ \t\u00A0\u2003\u3000\u01A3\u01A2\u0301\u0302\u0306\u0323\u0309"
            + "\u00AD\u200B\u200D\uFEFF\uFFFE\u2011\u0007\n\u2028\u0085\uD83D\uDE00").ToCharArray());

    private static readonly Gen<string> AnyText = Gen
        .Frequency((4, Telling), (1, Gen.Char))
        .Array[0, 40]
        .Select(letters => new string(letters));

    [Fact]
    public static void What_has_passed_passes_again_unchanged_and_without_a_repair() => AnyText.Sample(
        text =>
        {
            var once = Pass(text).Text;
            var (twice, findings) = Pass(once);

            Assert.Equal(once, twice);
            Assert.All(findings, finding => Assert.True(
                finding.Kind is TextFindingKind.NoGlyph or TextFindingKind.TooManyMarks, $"{finding.Kind} again"));
        },
        iter: Runs);

    [Fact]
    public static void What_has_passed_is_composed_visible_and_single_spaced() => AnyText.Sample(
        text =>
        {
            var passed = Pass(text).Text;

            Assert.True(passed.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain("  ", passed, StringComparison.Ordinal);
            Assert.Equal(passed.Trim(), passed);
            Assert.DoesNotContain(passed.EnumerateRunes(), rune => rune.Value < 0x10000 && IsForbidden(rune));
        },
        iter: Runs);

    [Fact]
    public static void Text_without_a_finding_keeps_every_letter() => AnyText.Sample(
        text =>
        {
            var (passed, findings) = Pass(text);
            if (findings.Count == 0)
                Assert.Equal(Letters(text), Letters(passed));
        },
        iter: Runs);

    [Fact]
    public static void Any_utf_16_whatever_passes_without_an_exception() =>
        Gen.Char.Array[0, 60].Sample(letters => Assert.NotNull(Pass(new string(letters)).Text), iter: Runs);

    [Fact]
    public static void Whatever_is_not_a_sound_pair_of_surrogates_is_told() =>
        Gen.OneOf('a', '\uD800', '\uDBFF', '\uDC00', '\uDFFF').Array[0, 8].Sample(
            letters =>
            {
                var text = new string(letters);
                var sound = text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

                Assert.Equal(!sound, Pass(text).Findings.Any(finding => finding.Kind == TextFindingKind.LoneSurrogate));
            },
            iter: Runs);

    private static string Letters(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormC).Replace('\u2011', '-').Where(c => !char.IsWhiteSpace(c)));

    private static bool IsForbidden(Rune rune) => rune.Value is 0x1A2 or 0x1A3 || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator || (Rune.IsWhiteSpace(rune) && rune.Value != ' ');

    private static (string Text, List<TextFinding> Findings) Pass(string text)
    {
        var findings = new List<TextFinding>();
        return (TextGate.Pass(text, Engine.Fonts.Has, findings), findings);
    }
}
