using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Typesetting.Model;

public static class UnbreakableTests
{
    /// <summary>A bar where a hyphen stands alone, an asterisk for a joiner, a slash for a place to break.</summary>
    [Theory]
    [InlineData("nghị", "nghị")]
    [InlineData("21-KL/TW", "21|-|KL/TW")]
    [InlineData("44/2020/QĐ-UBND", "44/2020/QĐ|-|UBND")]
    [InlineData("-5", "-|5")]
    [InlineData("kiểm-", "kiểm-")]
    [InlineData("12–13%", "12–*13%")]
    [InlineData("đạt…rồi", "đạt…*rồi")]
    [InlineData("xã—hội", "xã*—*hội")]
    [InlineData("a%", "a*%")]
    [InlineData("99,4%.", "99,4%.")]
    [InlineData("5.(Xem", "5.*(Xem")]
    [InlineData("số:…/QĐ", "số:*…*/QĐ")]
    [InlineData("21-(KL", "21|-|(KL")]
    [InlineData("A.%B", "A.*%B")]
    [InlineData("(nếu", "(nếu")]
    [InlineData("có);", "có);")]
    [InlineData("1.234.567,89", "1.234.567,89")]
    [InlineData("--", "--")]
    [InlineData("https://mau.example.vn/dang-vien/xet?nam=2022", "https://mau.example.vn/dang-/vien/xet?/nam=2022")]
    [InlineData("mau.example.vn/so-theo-doi-dang-vien/2022-01", "mau.example.vn/so-/theo-/doi-/dang-/vien/2022|-|01")]
    public static void A_word_falls_into_pieces_where_an_office_program_would_break_it(string word, string pieces) =>
        Assert.Equal(pieces, Pieces(word));

    [Fact]
    public static void A_word_of_forty_characters_stays_whole_and_a_longer_one_does_not()
    {
        var word = new string('a', 20) + "?" + new string('b', 19);

        Assert.Equal(word.Replace("?", "?*", StringComparison.Ordinal), Pieces(word));
        Assert.Equal(word.Replace("?", "?/", StringComparison.Ordinal) + "b", Pieces(word + "b"));
    }

    private static string Pieces(string word)
    {
        var (pieces, rest) = (string.Empty, word);
        var isLong = Unbreakable.IsLong(word);
        while (rest.Length > 0)
        {
            var (length, seam) = Unbreakable.FirstPiece(rest, isLong);
            pieces += rest[..length] + seam switch
            {
                Seam.Hyphen => "|",
                Seam.Joiner => "*",
                Seam.Break => "/",
                _ => string.Empty,
            };
            rest = rest[length..];
        }

        return pieces;
    }
}
