using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Data;

public static class RecordReaderTests
{
    [Fact]
    public static void Every_kind_of_field_comes_back_typed()
    {
        var record = TestEditions.Record("""
            {
              "form": "phieu-muon-sach", "namKiemDiem": 2003, "nguoiMuon": "Đinh Thị Ổi",
              "ngayLap": "2003-02-05", "hinhThuc": "mangVe", "lyDoMuon": ["Một.", "Hai."]
            }
            """);

        Assert.Equal(2003, record.Get<YearValue>("namKiemDiem")?.Year);
        Assert.Equal("Đinh Thị Ổi", record.Get<TextValue>("nguoiMuon")?.Text);
        Assert.Equal(new PartialDate(2003, 2, 5), record.Get<DateValue>("ngayLap")?.Date);
        Assert.Equal(new Choice("mangVe", "Mang về nhà"), record.Get<ChoiceValue>("hinhThuc")?.Choice);
        Assert.Equal(["Một.", "Hai."], record.Get<LongTextValue>("lyDoMuon")?.Paragraphs);
        Assert.Same(TestEditions.Form, record.Form);
    }

    [Fact]
    public static void All_problems_are_told_at_once_in_the_order_of_the_record()
    {
        var result = TestEditions.Check("""
            {
              "la": 1, "hinhThuc": "bay", "nguoiMuon": 7, "ngaySinh": "2003-13-01",
              "lyDoMuon": ["tốt", 5, "x\u0007", "y\u00ad"], "namKiemDiem": 1, "form": "khac"
            }
            """);

        Assert.Equal(
            [
                "/la unknownKey", "/hinhThuc badChoice", "/nguoiMuon wrongType", "/ngaySinh badDate",
                "/lyDoMuon/1 wrongType", "/lyDoMuon/2 controlCharacter", "/lyDoMuon/3 softHyphen",
                "/namKiemDiem badYear", "/form wrongForm",
            ],
            Told(result.Problems));
    }

    [Fact]
    public static void One_text_can_have_several_problems()
    {
        var result = TestEditions.Check("""{ "nguoiMuon": "a\u0007b\u00adc😀d\u0008" }""");

        Assert.Equal(
            ["controlCharacter", "softHyphen", "controlCharacter", "noGlyph"], result.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("nguoimuon", "nguoiMuon")]
    [InlineData("nguoiMuom", "nguoiMuon")]
    [InlineData("hinh_thuc", "hinhThuc")]
    [InlineData("ngay_sinh", "ngaySinh")]
    public static void A_mistyped_key_is_told_with_the_one_that_was_meant(string typed, string meant)
    {
        var problem = Assert.Single(TestEditions.CheckField(typed, "x").Problems);

        Assert.Contains($"\"{meant}\"", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diaChi")]
    [InlineData("x")]
    [InlineData("")]
    public static void A_key_near_to_none_is_told_without_a_guess(string typed)
    {
        var problem = Assert.Single(TestEditions.CheckField(typed, "x").Problems);

        Assert.DoesNotContain("có phải", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_long_key_is_told_without_being_compared()
    {
        var problem = Assert.Single(TestEditions.CheckField("nguoiMuon" + new string('n', 100_000), "x").Problems);

        Assert.Equal("unknownKey", problem.Code);
    }

    [Fact]
    public static void A_key_that_comes_three_times_is_told_twice_and_its_first_value_is_checked()
    {
        var result = TestEditions.Check("""{ "nguoiMuon": 1, "nguoiMuon": "b", "nguoiMuon": "c" }""");

        Assert.Equal(["wrongType", "duplicateKey", "duplicateKey"], result.Problems.Select(p => p.Code));
    }

    [Fact]
    public static void The_schema_key_of_an_editor_is_let_through()
    {
        var record = TestEditions.Record("""{ "$schema": "./x.json", "nguoiMuon": "An" }""");

        Assert.Equal(["nguoiMuon"], record.Values.Keys);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("\"\\t\\u00a0\"")]
    [InlineData("\"\\n\"")]
    public static void An_empty_text_is_left_for_the_pen(string json) =>
        Assert.Empty(TestEditions.Record($$"""{ "nguoiMuon": {{json}}, "ghiChu": {{json}} }""").Values);

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"\"]")]
    [InlineData("[\" \", \"\\n\\n\"]")]
    public static void An_empty_long_text_is_left_for_the_pen(string json) =>
        Assert.Empty(TestEditions.Record($$"""{ "ghiChu": {{json}} }""").Values);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public static void A_null_or_empty_date_or_choice_is_left_for_the_pen(string json)
    {
        var record = TestEditions.Record($$"""{ "ngaySinh": {{json}}, "hinhThuc": {{json}}, "namKiemDiem": null }""");

        Assert.Empty(record.Values);
    }

    [Fact]
    public static void A_required_field_that_is_missing_is_a_warning()
    {
        var result = TestEditions.Check("""{ "tenThuVien": "Cây Bàng" }""");

        Assert.Equal(["/namKiemDiem missing", "/nguoiMuon missing", "/hinhThuc missing"], Told(result.Warnings));
        Assert.Contains("\"Năm\"", result.Warnings[0].Detail, StringComparison.Ordinal);
        Assert.NotNull(result.Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "form": "phieu-muon-sach", "nguoiMuon": null, "ghiChu": [], "hinhThuc": "" }""")]
    public static void An_empty_record_is_the_blank_form_and_nothing_is_missing(string json)
    {
        var result = TestEditions.Check(json);

        Assert.Empty(result.Warnings);
        Assert.Empty(result.ValueOrThrow().Values);
    }

    [Fact]
    public static void A_complete_record_has_no_warnings()
    {
        var result = TestEditions.Check("""{ "namKiemDiem": 2003, "nguoiMuon": "An", "hinhThuc": "mangVe" }""");

        Assert.Empty(result.Warnings);
    }

    [Fact]
    public static void Text_goes_through_the_gate()
    {
        var record = TestEditions.Record("{ \"nguoiMuon\": \" \u0110inh  Thi\u0323  \u01A3\u0309 \" }");

        Assert.Equal("Đinh Thị ử", record.Get<TextValue>("nguoiMuon")?.Text);
    }

    [Fact]
    public static void Both_gha_letters_of_a_field_are_one_warning()
    {
        var result = TestEditions.Check("{ \"nguoiMuon\": \"\u01A2ng v\u01A3ng\" }");

        Assert.Single(result.Warnings, warning => warning.Code == "ghaLetter");
    }

    [Fact]
    public static void The_first_five_characters_without_a_glyph_are_named_in_one_problem()
    {
        var problem = Assert.Single(TestEditions.CheckField("nguoiMuon", "一二三四五六七").Problems);

        Assert.Equal(
            "Không phông chữ nào của chương trình có ký tự "
            + "'一' (U+4E00), '二' (U+4E8C), '三' (U+4E09), '四' (U+56DB), '五' (U+4E94).",
            problem.Detail);
    }

    [Fact]
    public static void Bytes_that_are_not_utf_8_are_told_at_their_field()
    {
        byte[] json =
        [
            .. "{ \"nguoiMuon\": \"An "u8, 0xC3, 0x28, 0xFF,
            .. "\", \"ghiChu\": [\"a\", \""u8, 0xE1, 0xBA, .. "\"] }"u8,
        ];

        Assert.Equal(["/nguoiMuon loneSurrogate", "/ghiChu/1 loneSurrogate"], Told(TestEditions.Check(json).Problems));
    }

    [Fact]
    public static void A_key_that_is_not_utf_8_is_told()
    {
        byte[] json = [.. "{ \"nguoi"u8, 0xFF, .. "Muon\": \"An\" }"u8];

        Assert.Equal([" loneSurrogate"], Told(TestEditions.Check(json).Problems));
    }

    [Fact]
    public static void A_byte_order_mark_is_let_through()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. "{ \"nguoiMuon\": \"An\" }"u8];

        Assert.Equal("An", TestEditions.Check(json).ValueOrThrow().Get<TextValue>("nguoiMuon")?.Text);
    }

    private static IEnumerable<string> Told(IEnumerable<Problem> problems) =>
        problems.Select(problem => $"{problem.Path.Pointer} {problem.Code}");
}
