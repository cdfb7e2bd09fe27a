using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Data;

public static class MalformedJsonTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\"nguoiMuon\": An}", 1, 15)]
    [InlineData("{\n  \"nguoiMuon\": \"An\",\n}", 3, 1)]
    [InlineData("{\n  \"nguoiMuon\": \"An\"\n  \"ghiChu\": []\n}", 3, 3)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{ // ghi chú\n}", 1, 3)]
    [InlineData("{\"nguoiMuon\": \"a\nb\"}", 1, 17)]
    [InlineData("{\"nguoiMuon\": NaN}", 1, 15)]
    public static void What_is_no_json_is_told_with_line_and_column(string text, long line, long column)
    {
        var malformed = Assert.Throws<MalformedJsonException>(() => TestEditions.Check(text));

        Assert.Equal((line, column), (malformed.Line, malformed.Column));
        Assert.Equal($"JSON không đúng cú pháp ở dòng {line}, cột {column}.", malformed.Message);
    }

    [Fact]
    public static void Nesting_beyond_the_limit_is_not_called_bad_syntax()
    {
        var json = "{\n\"ghiChu\": " + new string('[', 20) + new string(']', 20) + "}";

        var malformed = Assert.Throws<MalformedJsonException>(() => TestEditions.Check(json));

        Assert.StartsWith("JSON lồng quá 8 tầng ở dòng 2, cột ", malformed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_byte_order_mark_takes_no_column()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. "{x"u8];

        Assert.Equal(2, Assert.Throws<MalformedJsonException>(() => TestEditions.Check(json)).Column);
    }

    [Fact]
    public static void Another_encoding_is_no_json() => Assert.Throws<MalformedJsonException>(
        () => TestEditions.Check(Encoding.Unicode.GetBytes("{ \"nguoiMuon\": \"An\" }")));

    [Fact]
    public static void The_message_repeats_nothing_of_the_record()
    {
        var malformed = Assert.Throws<MalformedJsonException>(
            () => TestEditions.Check("{\"nguoiMuon\": \"Bimat\" Bimat}"));

        Assert.DoesNotContain("Bimat", malformed.Message, StringComparison.Ordinal);
    }
}
