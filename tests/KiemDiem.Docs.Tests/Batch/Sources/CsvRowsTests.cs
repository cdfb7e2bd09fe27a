using System.Text;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Text;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class CsvRowsTests
{
    private static readonly SourceOptions CaNhan = new() { Form = Made.CaNhan };

    [Theory]
    [InlineData("hoTen,chiBo\nA,B\n")]
    [InlineData("hoTen;chiBo\r\nA;B\r\n")]
    [InlineData("hoTen\tchiBo\nA\tB")]
    [InlineData("sep=;\nhoTen;chiBo\nA;B\n")]
    [InlineData("\"hoTen\",\"chiBo\"\n\"A\",\"B\"\n")]
    [InlineData("Họ và tên,Chi bộ\nA,B\n")]
    [InlineData("  HỌ VÀ  TÊN ,CHIBO\nA,B\n")]
    public static void Headers_are_keys_or_titles_and_the_separator_is_found_out(string text) => Assert.Equal(
        $$"""{"form":"{{Made.CaNhan}}","hoTen":"A","chiBo":"B"}""",
        Assert.Single(Made.Records("a.csv", text, CaNhan)).Text());

    /// <summary>Three commas in the titles, and two semicolons between them.</summary>
    [Fact]
    public static void Commas_in_titles_do_not_make_a_comma_the_separator() => Assert.Equal(
        ["A", "x, y", "z"],
        Assert.Single(Made.Records(
            "a.csv",
            "Họ và tên;Phẩm chất đạo đức, lối sống;Tác phong, lề lối làm việc\nA;x, y;z\n",
            CaNhan)).Json().AsObject().Skip(1).Select(property => property.Value!.GetValue<string>()));

    [Fact]
    public static void A_row_is_told_by_the_line_on_which_it_begins() => Assert.Equal(
        [2, 5, 8],
        Made.Records("a.csv", "hoTen,chiBo\n\"A\n\nA\",1\nB,2\n\n\n\"C\",\"3\n\"\n", CaNhan)
            .Select(record => record.Place.Line));

    [Fact]
    public static void A_quoted_cell_may_hold_separators_quotes_and_line_breaks() => Assert.Equal(
        "A \"B\", C",
        Made.Records("a.csv", "hoTen,chiBo\n\"A \"\"B\"\", C\",x\n", CaNhan)[0].Json()["hoTen"]!.GetValue<string>());

    [Fact]
    public static void A_quote_within_a_cell_is_a_letter() => Assert.Equal(
        "đồng chí \"A\"",
        Made.Records("a.csv", "hoTen,chiBo\nđồng chí \"A\",x\n", CaNhan)[0].Json()["hoTen"]!.GetValue<string>());

    [Fact]
    public static void Text_behind_a_closing_quote_is_a_problem_of_its_row() => Assert.Equal(
        ["2: badQuotes", $"3: {{\"form\":\"{Made.CaNhan}\",\"hoTen\":\"C\",\"chiBo\":\"D\"}}"],
        Made.Told("a.csv", "hoTen,chiBo\n\"A\"b,B\nC,D\n", CaNhan));

    [Fact]
    public static void A_quote_that_is_never_closed_is_a_problem() => Assert.Equal(
        ["2: badQuotes"], Made.Told("a.csv", "hoTen,chiBo\n\"A,B\nC,D\n", CaNhan));

    [Fact]
    public static void Rows_that_never_end_are_not_gathered()
    {
        var text = "hoTen,chiBo\nA,B\n\"" + string.Concat(Enumerable.Repeat("C,D\n", Limits.RecordBytes));

        var records = Made.Records("a.csv", text, CaNhan);

        Assert.Equal(2, records.Count);
        Assert.Equal("3: rowsUnreadable", Made.Told(records)[1]);
    }

    public static TheoryData<string> Marks => ["utf-8", "utf-16", "utf-16BE", "none"];

    [Theory]
    [MemberData(nameof(Marks))]
    public static void Unicode_is_read_by_its_mark_and_UTF_8_without_one(string name)
    {
        var encoding = name == "none" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("Họ và tên,Chi bộ\nNguyễn Văn A,Số 1\n")];

        var record = Assert.Single(Made.Records("a.csv", bytes, CaNhan)).Json();

        Assert.Equal("Nguyễn Văn A", record["hoTen"]!.GetValue<string>());
        Assert.Equal("Số 1", record["chiBo"]!.GetValue<string>());
    }

    [Fact]
    public static void Other_bytes_are_Windows_1252_and_those_it_leaves_open_their_control_codes()
    {
        byte[] bytes = [.. "hoTen,chiBo\nA"u8, 0x80, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xAD, 0xFF, .. ",B\n"u8];

        Assert.Equal(
            "A€\u0081\u008D\u008F\u0090\u009D\u00ADÿ",
            Assert.Single(Made.Records("a.csv", bytes, CaNhan with { Encoding = TextEncoding.Auto })).Json()["hoTen"]!
                .GetValue<string>());
    }

    /// <summary>Every byte would be some letter, and the documents would be wrong without a word.</summary>
    [Fact]
    public static void Bytes_that_are_no_Unicode_are_only_read_where_somebody_asked()
    {
        var bytes = Encoding.Latin1.GetBytes(
            "hoTen,chiBo\n" + LegacyBytes.Encode("Nguyễn Văn A,Số 1", LegacyEncoding.Tcvn3));

        var refused = Assert.Throws<UnreadableSourceException>(
            () => { Made.Records("a.csv", bytes, CaNhan); });
        var read = Made.Records("a.csv", bytes, CaNhan with { Encoding = TextEncoding.Tcvn3 });

        Assert.Contains("tcvn3", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Nguyễn Văn A", Assert.Single(read).Json()["hoTen"]!.GetValue<string>());
    }

    /// <summary>Read as Windows-1252, it would be the ruin of all other rows.</summary>
    [Fact]
    public static void One_bad_byte_in_UTF_8_spoils_its_row_alone()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("hoTen,chiBo\nA,Chi bộ số một Đảng bộ Sở Tài chính\nB"), 0xFF,
            .. Encoding.UTF8.GetBytes(",x\nNguyễn Văn C,y\n"),
        ];

        var records = Made.Records("a.csv", bytes, CaNhan);

        Assert.Equal(["loneSurrogate"], records[1].Problems.Select(problem => problem.Code));
        Assert.Equal("/hoTen", records[1].Problems[0].Path.Pointer);
        Assert.Equal("Nguyễn Văn C", records[2].Json()["hoTen"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Nguyễn Văn A,Chi bộ 1\nNguyễn Văn B,Chi bộ 2\n")]
    public static void Without_headers_nothing_is_read_and_nobody_is_named(string text)
    {
        var problem = Assert.Single(Assert.Single(Made.Records("a.csv", text, CaNhan)).Problems);

        Assert.Equal("noHeaders", problem.Code);
        Assert.DoesNotContain("Nguyễn", problem.Path.Pointer + problem.Detail, StringComparison.Ordinal);
    }
}
