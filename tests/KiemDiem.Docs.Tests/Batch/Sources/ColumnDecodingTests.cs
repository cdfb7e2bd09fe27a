using System.Text;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Tests.Text;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class ColumnDecodingTests
{
    private static readonly SourceOptions Auto = new() { Form = Made.CaNhan, Encoding = TextEncoding.Auto };

    private static readonly string[] Names = ["Nguyễn Văn Hùng", "Trần Thị Bưởi", "Đỗ Đức Thắng", "Lê Thị Hồng Hạnh"];

    /// <summary>The headers too are in the encoding of the table.</summary>
    [Theory]
    [InlineData(TextEncoding.Tcvn3, LegacyEncoding.Tcvn3)]
    [InlineData(TextEncoding.Vni, LegacyEncoding.Vni)]
    public static void Legacy_bytes_are_read_where_it_was_found_out(TextEncoding encoding, LegacyEncoding legacy)
    {
        var text = LegacyBytes.Encode("Họ và tên;Chi bộ\n" + Lines(Names), legacy);

        var source = Made.Open(Made.File("a.csv", Encoding.Latin1.GetBytes(text)), Auto);

        Assert.Equal(Names, source.Records.Select(record => record.Json()["hoTen"]!.GetValue<string>()));
        Assert.Equal(["Họ và tên", "Chi bộ"], source.Columns.Select(column => column.Column));
        Assert.Equal([encoding, TextEncoding.Unicode], source.Columns.Select(column => column.Encoding));
        Assert.Empty(source.Columns[1].Examples);
        Assert.Equal(
            Names.Take(3).Select(name => new DecodedExample(LegacyBytes.Encode(name, legacy), name)),
            source.Columns[0].Examples);
        Assert.All(source.Columns, column => Assert.InRange(column.Score!.Value, 0.6, 1));
    }

    [Fact]
    public static void Columns_are_decided_one_by_one()
    {
        var lines = Names.Select((name, i) => string.Join(
            ';',
            LegacyBytes.Encode(name, LegacyEncoding.Tcvn3),
            LegacyBytes.Encode(Names[^(i + 1)], LegacyEncoding.Vni),
            name));
        var source = Made.Open(Made.File("a.csv", "hoTen;chiBo;dangBo\n" + string.Join('\n', lines)), Auto);

        Assert.Equal(
            [TextEncoding.Tcvn3, TextEncoding.Vni, TextEncoding.Unicode],
            source.Columns.Select(column => column.Encoding));
        Assert.Equal(Names, source.Records.Select(record => record.Json()["hoTen"]!.GetValue<string>()));
        Assert.Equal(Names.Reverse(), source.Records.Select(record => record.Json()["chiBo"]!.GetValue<string>()));
        Assert.Equal(Names, source.Records.Select(record => record.Json()["dangBo"]!.GetValue<string>()));
    }

    [Fact]
    public static void A_column_that_is_filled_late_is_looked_at_too()
    {
        var text = "hoTen;chiBo\n" + string.Concat(Enumerable.Repeat("A;\n", 3000))
            + string.Join('\n', Names.Select(name => $"B;{LegacyBytes.Encode(name, LegacyEncoding.Vni)}"));

        Assert.Equal(TextEncoding.Vni, Made.Open(Made.File("a.csv", text), Auto).Columns[1].Encoding);
    }

    [Theory]
    [InlineData("hoTen")]
    [InlineData("Họ và tên")]
    public static void A_column_may_be_told_by_its_key_or_header_and_set_in_capitals(string name)
    {
        var text = "Họ và tên;Chi bộ\n" + LegacyBytes.Encode("Trần Hưng;Đạo", LegacyEncoding.Tcvn3);
        var options = new SourceOptions
        {
            Form = Made.CaNhan,
            ColumnEncodings = new Dictionary<string, TextEncoding> { [name] = TextEncoding.Tcvn3 },
            CapitalColumns = [name],
        };

        var source = Made.Open(Made.File("a.csv", text), options);
        var record = Assert.Single(source.Records).Json();

        Assert.Equal("TRẦN HƯNG", record["hoTen"]!.GetValue<string>());
        Assert.Equal("§¹o", record["chiBo"]!.GetValue<string>());
        Assert.Null(Assert.Single(source.Columns).Score);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static void Texts_of_JSON_are_decoded_by_their_key_and_nothing_else_is_touched(bool bytes)
    {
        var legacy = Names.Select(name => (Name: LegacyBytes.Encode(name, LegacyEncoding.Tcvn3), First: name[..1]));
        var text = string.Join('\n', legacy.Select(one =>
            $$"""{"form":"x","hoTen":"{{one.Name}}","namKiemDiem":2.0e3,"a":["{{one.First}}",null]}"""));
        var file = Made.File("a.ndjson", bytes ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));

        var records = Made.Open(file, Auto with { Form = null }).Records.ToList();

        Assert.Equal(
            $$"""{"form":"x","hoTen":"{{Names[1]}}","namKiemDiem":2.0e3,"a":["T",null]}""", records[1].Text());
        Assert.Equal(Names, records.Select(record => record.Json()["hoTen"]!.GetValue<string>()));
    }

    /// <summary>A TCVN3 'ư' at either end is neither space nor nothing.</summary>
    [Fact]
    public static void A_soft_hyphen_is_not_trimmed_off()
    {
        var options = new SourceOptions { Form = Made.CaNhan, Encoding = TextEncoding.Tcvn3 };

        var record = Assert.Single(Made.Records(
            "a.csv", "hoTen;chiBo;nguyenNhan\n\u00AD;t\u00AD;\"\u00AD\nt\u00AD\"", options));

        Assert.Equal(
            """{"form":"ban-kiem-diem-ca-nhan","hoTen":"ư","chiBo":"tư","nguyenNhan":["ư","tư"]}""", record.Text());
    }

    [Fact]
    public static void Where_nothing_but_Unicode_is_asked_for_no_column_is_reported() =>
        Assert.Empty(Made.Open(Made.File("a.csv", "hoTen\n§¹o"), new SourceOptions { Form = Made.CaNhan }).Columns);

    [Fact]
    public static void The_samples_stay_what_they_are_under_auto()
    {
        foreach (var path in Directory.GetFiles(Repository.Samples, "*.json", SearchOption.AllDirectories))
        {
            var plain = SourceReader.Open(path, new SourceOptions(), Engine.Renderer.Forms).Records.Single().Json();
            var auto = SourceReader.Open(path, Auto with { Form = null }, Engine.Renderer.Forms).Records.Single()
                .Json();
            Assert.Equal(plain.ToJsonString(), auto.ToJsonString());
        }
    }

    private static string Lines(IReadOnlyList<string> names) => string.Concat(names.Select(name => $"{name};UBND\n"));
}
