using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch.Sheets;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class TableRecordsTests
{
    private static readonly SourceOptions CaNhan = new() { Form = Made.CaNhan };

    [Theory]
    [InlineData("namKiemDiem", "2022", "2022")]
    [InlineData("namKiemDiem", " 2022 ", "2022")]
    [InlineData("namKiemDiem", "năm nay", "\"năm nay\"")]
    [InlineData("ngayLap", "2022-12-05", "\"2022-12-05\"")]
    [InlineData("ngayLap", "5/12/2022", "\"2022-12-05\"")]
    [InlineData("ngayLap", "05-12-2022", "\"2022-12-05\"")]
    [InlineData("ngayLap", "5.12.2022", "\"2022-12-05\"")]
    [InlineData("ngayLap", "12/2022", "\"2022-12\"")]
    [InlineData("ngayLap", "2022", "\"2022\"")]
    [InlineData("ngayLap", "31/02/2022", "\"31/02/2022\"")]
    [InlineData("ngayLap", "5/12-2022", "\"5/12-2022\"")]
    [InlineData("ngayLap", "5/12/22", "\"5/12/22\"")]
    [InlineData("capDoPhamChat", "xuatSac", "\"xuatSac\"")]
    [InlineData("capDoPhamChat", " xuất  SẮC ", "\"xuatSac\"")]
    [InlineData("capDoPhamChat", "Xua\u0302\u0301t sa\u0306\u0301c", "\"xuatSac\"")]
    [InlineData("capDoPhamChat", "giỏi", "\"giỏi\"")]
    [InlineData("hoTen", "007", "\"007\"")]
    [InlineData("nguyenNhan", "một", "\"một\"")]
    [InlineData("nguyenNhan", "\"một\n\nhai\r\nba\"", "[\"một\",\"hai\",\"ba\"]")]
    public static void A_cell_becomes_the_value_of_its_field(string key, string cell, string value) => Assert.Equal(
        value,
        Assert.Single(Made.Records("a.csv", $"{key};chiBo\n{cell};x", CaNhan)).Json()[key]!.ToJsonString(Readable));

    [Fact]
    public static void An_empty_cell_is_an_absent_field() => Assert.Equal(
        ["form", "chiBo"],
        Assert.Single(Made.Records("a.csv", "hoTen,nguyenNhan,chiBo\n , ,x", CaNhan)).Json().AsObject()
            .Select(property => property.Key));

    [Fact]
    public static void Numbered_columns_are_the_paragraphs_of_one_field_in_the_order_of_their_numbers() => Assert.Equal(
        """["một","hai","ba","mười"]""",
        Assert.Single(Made.Records(
            "a.csv",
            "nguyenNhan[10],nguyenNhan[2],Nguyên nhân [1],hoTen\nmười,\"hai\nba\",một,A",
            CaNhan)).Json()["nguyenNhan"]!.ToJsonString(Readable));

    /// <summary>Told by the engine's own check, with the header as its place.</summary>
    [Theory]
    [InlineData("ghiChu", "/ghiChu")]
    [InlineData("hoTen[2]", "/hoTen[2]")]
    [InlineData("dangVien", "/dangVien")]
    public static void A_cell_that_the_form_has_no_field_for_is_a_problem_and_its_header_alone_is_not(
        string header, string pointer)
    {
        var records = Made.Records("a.csv", $"hoTen,{header}\nA,Zqx7\nB,\n", CaNhan);
        var problem = Assert.Single(Engine.Renderer.Check(records[0].Json).Problems);

        Assert.Equal(("unknownKey", pointer), (problem.Code, problem.Path.Pointer));
        Assert.DoesNotContain("Zqx7", problem.Detail, StringComparison.Ordinal);
        Assert.Empty(Engine.Renderer.Check(records[1].Json).Problems);
    }

    [Theory]
    [InlineData("hoTen,\nA,Zqx7\n", "B")]
    [InlineData("hoTen,chiBo\nA,,,Zqx7\n", "D")]
    public static void A_cell_without_a_header_is_told_by_its_column(string text, string column)
    {
        var problem = Assert.Single(Assert.Single(Made.Records("a.csv", text, CaNhan)).Problems);

        Assert.Equal(("noHeader", "/" + column), (problem.Code, problem.Path.Pointer));
    }

    [Fact]
    public static void Two_columns_of_one_field_are_told_as_the_same_key_twice() => Assert.Equal(
        "duplicateKey",
        Assert.Single(Engine.Renderer.Check(
            Made.Records("a.csv", "hoTen,Họ và tên\nA,B", CaNhan)[0].Json).Problems).Code);

    [Fact]
    public static void A_column_names_the_form_by_id_or_title_and_forms_may_be_mixed()
    {
        const string Text = """
            Mẫu;namKiemDiem;Họ và tên;Đảng viên;ngayLap
            ban-kiem-diem-ca-nhan;2022;A;;5/12/2022
            PHIẾU NHẬN XÉT;;;B;2021
            phieu-khac;;;C;
            ;2019;D;;

            """;

        var records = Made.Records("a.csv", TitleOf(Text), CaNhan);

        Assert.Equal(
            ["ban-kiem-diem-ca-nhan", "phieu-nhan-xet", "phieu-khac", "ban-kiem-diem-ca-nhan"],
            records.Select(record => record.Json()["form"]!.GetValue<string>()));
        Assert.Equal(
            ["2019", "2020-213", null, "2019"],
            records.Select(record => Engine.Renderer.Check(record.Json).Form?.Edition.Id));
        Assert.Equal("B", records[1].Json()["dangVien"]!.GetValue<string>());
    }

    [Fact]
    public static void The_option_may_name_the_form_by_its_title() => Assert.Equal(
        Made.CaNhan,
        Made.Records("a.csv", "hoTen\nA", new SourceOptions { Form = "bản kiểm điểm CÁ NHÂN" })[0]
            .Json()["form"]!.GetValue<string>());

    [Fact]
    public static void A_row_that_nobody_names_the_form_of_is_told_by_the_engine() => Assert.Equal(
        "noForm",
        Assert.Single(Engine.Renderer.Check(Made.Records("a.csv", "hoTen\nA")[0].Json).Problems).Code);

    [Fact]
    public static void A_column_names_the_edition() => Assert.Equal(
        """{"form":"ban-kiem-diem-ca-nhan","edition":"2019","hoTen":"A"}""",
        Made.Records("a.csv", "hoTen,Phiên bản\nA,2019", CaNhan)[0].Text());

    [Fact]
    public static void Cells_of_a_workbook_are_typed()
    {
        var sheet = new Sheet("Bảng 1", [], [
            [.. new[] { "Năm kiểm điểm", "Ngày sinh", "Họ và tên", "chiBo", "ngayLap", "Tự đánh giá mục I.1" }
                .Select(title => Cell.Of(title))],
            [
                Cell.Of(2022m), Cell.Of(1965m), Cell.Of("A"), Cell.Of(12.5m), Cell.Of(44900m, CellLook.Date),
                Cell.Of("tốt"),
            ],
            [],
            [Cell.Empty, Cell.Of("5/4/1970"), Cell.Of("B"), Cell.Of(44900m, CellLook.Date)],
        ]);

        var records = Made.Records("a.xlsx", Bytes(new Sheet("Trống", [], []), sheet), CaNhan);

        Assert.Equal(
            [
                "2: {\"form\":\"ban-kiem-diem-ca-nhan\",\"namKiemDiem\":2022,\"ngaySinh\":\"1965\",\"hoTen\":\"A\","
                    + "\"chiBo\":\"12,5\",\"ngayLap\":\"2022-12-05\",\"capDoPhamChat\":\"tot\"}",
                "4: {\"form\":\"ban-kiem-diem-ca-nhan\",\"ngaySinh\":\"1970-04-05\",\"hoTen\":\"B\","
                    + "\"chiBo\":\"05/12/2022\"}",
            ],
            Made.Told(records));
    }

    [Theory]
    [InlineData("not a workbook")]
    [InlineData("")]
    public static void A_broken_workbook_is_told_of(string bytes) => Assert.Equal(
        ["1: brokenWorkbook"], Made.Told(Made.Records("a.xlsx", Encoding.UTF8.GetBytes(bytes), CaNhan)));

    [Fact]
    public static void A_workbook_that_is_cut_off_is_told_of()
    {
        var bytes = Bytes(new Sheet("a", [], [[Cell.Of("hoTen")], [Cell.Of("A")]]));

        Assert.Equal(["1: brokenWorkbook"], Made.Told(Made.Records("a.xlsx", bytes[..^40], CaNhan)));
    }

    [Fact]
    public static void Every_sample_comes_back_from_a_row_of_CSV()
    {
        foreach (var file in Directory.GetFiles(Repository.Samples, "*.json", SearchOption.AllDirectories))
        {
            var sample = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
            if (sample.Any(property => property.Value is null or JsonArray { Count: 0 } || Text(property.Value) == ""))
                continue;
            var text = string.Join(',', sample.Select(property => Quote(property.Key))) + "\r\n"
                + string.Join(',', sample.Select(property => Quote(Text(property.Value!))));

            var record = Assert.Single(Made.Records("a.csv", text)).Json().AsObject();

            Assert.Equal(
                sample.Select(property => property.Key + ": " + Text(property.Value!)).Order(),
                record.Select(property => property.Key + ": " + Text(property.Value!)).Order());
        }

        static string Text(JsonNode value) => value is JsonArray array
            ? string.Join('\n', array.Select(item => item!.GetValue<string>()))
            : value.ToString();

        static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static byte[] Bytes(params Sheet[] sheets)
    {
        using var target = new MemoryStream();
        WorkbookWriter.Write(target, sheets);
        return target.ToArray();
    }

    private static string TitleOf(string text) => text.Replace(
        "PHIẾU NHẬN XÉT", Engine.Form("phieu-nhan-xet").Title.ToUpperInvariant(), StringComparison.Ordinal);
}
