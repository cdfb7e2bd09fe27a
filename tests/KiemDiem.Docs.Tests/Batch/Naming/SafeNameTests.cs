using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Batch.Naming;

/// <summary>Whatever a record holds, Windows and Linux take its name.</summary>
public static partial class SafeNameTests
{
    private const int LongestPart = 120;
    private const string LongestEnding = "-9999999.docx";

    private static readonly Gen<string> AnyRune = Gen.Frequency(
        (6, Gen.OneOf("a", "Ế", "ư", "Ê\u0306", "\u0323", "-", " ", ".", "/", "đ", "0", "\uD800", "\u00AD")),
        (2, Gen.Int[0, 0x10FFFF].Select(code => Rune.IsValid(code) ? new Rune(code).ToString() : "\uDC00")),
        (1, Gen.OneOf("CON", "nul", "com1", "..", "...", "\0", "\n")));

    private static readonly Gen<string> AnyText = AnyRune.Array[0, 120].Select(string.Concat);

    [Theory]
    [InlineData("{nam}/{donVi}/{tenTep}", false)]
    [InlineData("{donVi}/{doiTuong}", true)]
    [InlineData("{donVi}.{doiTuong}", false)]
    [InlineData(".{donVi} /-{doiTuong}. ", false)]
    [InlineData("{thuThu}", false)]
    public static void Any_text_gives_a_name_that_every_file_system_takes(string pattern, bool ascii)
    {
        var names = NamePattern.Parse(pattern, TestEditions.Renderer.Forms, ascii);
        Gen.Select(AnyText, AnyText).Sample(
            (unit, person) =>
            {
                var json = new JsonObject { ["tenThuVien"] = unit, ["nguoiMuon"] = person, ["thuThu"] = person };
                var name = names.NameOf(Element(json), TestEditions.Form, 42);

                Assert.True(name.IsNormalized(NormalizationForm.FormC));
                var parts = (name + LongestEnding).Split('/');
                Assert.All(parts, AssertSafe);
                AssertSafe(parts[^1][..^LongestEnding.Length] + ".pdf");
                AssertSafe(parts[^1][..^LongestEnding.Length]);
                if (ascii)
                    Assert.True(Ascii.IsValid(name));
            },
            iter: 3000);
    }

    /// <summary>Letters of every width in bytes, with and without marks, at every place of the cut.</summary>
    [Fact]
    public static void A_long_name_is_cut_before_a_letter_and_as_late_as_possible()
    {
        string[] letters = ["a", "đ", "ế", "Ê\u0306", "Ơ\u0306\u0323", "\U0001D400"];
        foreach (var letter in letters)
        {
            var letterBytes = Encoding.UTF8.GetByteCount(letter.Normalize(NormalizationForm.FormC));
            for (var lead = 0; lead < 8; lead++)
            {
                var text = new string('x', lead) + string.Concat(Enumerable.Repeat(letter, 60))
                    .Normalize(NormalizationForm.FormC);
                var name = NameOf("Hs {thuThu}/{so}", text).Split('/')[0];

                Assert.StartsWith(name, "Hs " + text, StringComparison.Ordinal);
                var rest = ("Hs " + text)[name.Length..];
                if (rest.Length == 0)
                    continue;
                Assert.False(CharUnicodeInfo.GetUnicodeCategory(rest, 0) == UnicodeCategory.NonSpacingMark, name);
                Assert.InRange(Encoding.UTF8.GetByteCount(name), LongestPart - 1 - letterBytes, LongestPart);
            }
        }
    }

    [Fact]
    public static void One_letter_with_marks_without_end_falls_back_on_the_number() =>
        Assert.Equal("000042", NameOf("{thuThu}", "a" + string.Concat(Enumerable.Repeat("\u0306", 200))));

    [Theory]
    [InlineData("{thuThu}", "con", "_con")]
    [InlineData("{thuThu}", "Aux", "_Aux")]
    [InlineData("{thuThu}", "COM1", "_COM1")]
    [InlineData("{thuThu}", "LPT9", "_LPT9")]
    [InlineData("{thuThu}", "COM10", "COM10")]
    [InlineData("{thuThu}", "CONG", "CONG")]
    [InlineData("{thuThu}.{so}", "nul", "_nul.42")]
    [InlineData("{thuThu} .{so}", "nul", "_nul .42")]
    [InlineData("{thuThu}/{so}", "PRN", "_PRN/42")]
    [InlineData("-{thuThu}-", "prn", "_prn")]
    [InlineData("COM¹/{so}", "", "_COM¹/42")]
    [InlineData("CONIN$/{so}", "", "_CONIN$/42")]
    public static void No_name_is_one_that_Windows_keeps_for_a_device(string pattern, string value, string name) =>
        Assert.Equal(name, NameOf(pattern, value));

    [Theory]
    [InlineData(".{thuThu}", "An")]
    [InlineData("=+-@ .{thuThu}", "An")]
    [InlineData("{thuThu}. .", "An")]
    public static void No_name_is_hidden_an_option_a_formula_or_ends_with_a_full_stop(string pattern, string name) =>
        Assert.Equal(name, NameOf(pattern, "An"));

    private static string NameOf(string pattern, string thuThu) => NamePattern
        .Parse(pattern, TestEditions.Renderer.Forms)
        .NameOf(Element(new JsonObject { ["thuThu"] = thuThu }), TestEditions.Form, 42);

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);

    private static void AssertSafe(string part)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, LongestPart);
        Assert.DoesNotMatch(Forbidden(), part);
        Assert.DoesNotMatch(Device(), part);
        Assert.False(part[0] is '.' or '-' or '=' or '+' or '@' or ' ' || part[^1] is '.' or ' ', part);
        Assert.NotEqual(UnicodeCategory.NonSpacingMark, CharUnicodeInfo.GetUnicodeCategory(part, 0));
        Assert.DoesNotContain(part.EnumerateRunes(), rune => rune == Rune.ReplacementChar);
    }

    [GeneratedRegex("""[<>:"/\\|?*\p{Cc}\p{Cf}\u2028\u2029]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Device();
}
