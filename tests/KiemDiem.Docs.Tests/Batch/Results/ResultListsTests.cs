using System.Globalization;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Results;

public static class ResultListsTests
{
    private const string Read = """
        import csv, json, sys
        print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))
        """;

    [Fact]
    public static void The_table_has_a_row_for_each_file_and_one_for_a_record_that_failed() => Assert.Equal(
        $"""
        so,tepNguon,dong,mau,phienBan,trangThai,tep,zip,dinhDang,soByte,soTrang,sha256,canhBao
        1,hồ sơ/năm 2022.csv,2,phieu-muon-sach,2001,xong,2022/Ổi.pdf,,pdf,12345,2,{new string('a', 64)},{Warnings}
        1,hồ sơ/năm 2022.csv,2,phieu-muon-sach,2001,xong,2022/Ổi.docx,,docx,678,,{new string('b', 64)},{Warnings}
        2,"./=tệp, ""lạ"".csv",7,,,loi,,,,,,,
        3,hồ sơ/năm 2022.csv,2,phieu-muon-sach,2001,xong,2022/Ổi-2.pdf,tep-000001.zip,pdf,5,1,{new string('c', 64)},

        """.ReplaceLineEndings("\r\n"),
        Table(ResultLists.ManifestTable, Outcomes.Good, Outcomes.Bad, Outcomes.Zipped));

    private static string Warnings => "\"/tenThuVien: Chưa có \"\"Thư viện\"\"; trên bản in sẽ để trống để viết tay."
        + " | /nguoiMuon: Đã thay chữ 'ƣ/Ƣ' (lỗi khi trích từ tệp PDF) bằng 'ư/Ư'.\"";

    [Fact]
    public static void The_errors_have_a_row_for_each_problem() => Assert.Equal(
        """
        so,tepNguon,dong,viTri,ma,moTa
        2,"./=tệp, ""lạ"".csv",7,/form,noForm,"Chưa biết dùng mẫu nào; hãy ghi trường ""form""."
        2,"./=tệp, ""lạ"".csv",7,"/a~1b~0,""@",unknownKey,Mẫu không có trường này; hãy kiểm tra lại tên trường.

        """.ReplaceLineEndings("\r\n").Replace('@', '\n'),
        Table(ResultLists.Errors, Outcomes.Good, Outcomes.Bad));

    [Theory]
    [InlineData("=1+1.csv", "./=1+1.csv")]
    [InlineData("+a.csv", "./+a.csv")]
    [InlineData("-a.csv", "./-a.csv")]
    [InlineData("@a.csv", "./@a.csv")]
    [InlineData("\ta.csv", "./\ta.csv")]
    [InlineData(" a.csv ", " a.csv ")]
    [InlineData("a\r\nb\",;.csv", "a\r\nb\",;.csv")]
    [InlineData("a=b.csv", "a=b.csv")]
    public static void Other_programs_read_the_cells_back_and_find_no_formula(string file, string shown)
    {
        using var folder = new TempFolder();
        var path = new SourcePlace(file, 1);
        var problem = new Problem(FieldPath.Root, "code", "=1+1");
        var lists = Write([Outcomes.Bad with { Place = path, Problems = [problem] }]);
        File.WriteAllBytes(folder.File("e.csv"), lists[ResultLists.Errors]);

        var rows = JsonDocument.Parse(Tool.Run("python3", ["-c", Read, folder.File("e.csv")])).RootElement;

        Assert.Equal(shown, rows[0].GetProperty("tepNguon").GetString());
        Assert.Equal("'=1+1", rows[0].GetProperty("moTa").GetString());
        Assert.Equal(string.Empty, rows[0].GetProperty("viTri").GetString());
    }

    [Fact]
    public static void Tables_begin_with_the_mark_by_which_Excel_knows_UTF_8_and_JSON_does_not()
    {
        var lists = Write([Outcomes.Good]);

        Assert.All([ResultLists.ManifestTable, ResultLists.Errors], name => Assert.Equal(
            (byte[])[0xEF, 0xBB, 0xBF], lists[name][..3]));
        Assert.Equal((byte)'{', lists[ResultLists.Manifest][0]);
        Assert.Equal((byte)'a', lists[ResultLists.CheckSums][0]);
    }

    [Fact]
    public static void What_is_to_be_mended_are_the_failed_records_that_could_be_read()
    {
        var files = new Dictionary<string, MemoryStream>();
        using (var lists = new ResultLists(name => files[name] = new MemoryStream(), Outcomes.Head))
        {
            lists.Add(Outcomes.Good, "{\"a\":1}"u8);
            lists.Add(Outcomes.Bad, "{\"ờ\":2}"u8);
            lists.Add(Outcomes.Bad with { Number = 3 }, []);
            lists.Add(Outcomes.Bad with { Number = 4 }, "{\"a\":4}"u8);
            Assert.Equal(new ManifestTotals(4, 1, 3, 2, 13_023), lists.Complete());
        }

        Assert.Equal("{\"ờ\":2}\n{\"a\":4}\n", Encoding.UTF8.GetString(files[ResultLists.ToMend].ToArray()));
    }

    [Fact]
    public static void Where_nothing_failed_there_is_nothing_to_mend() => Assert.Equal(
        ["SHA256SUMS", "errors.csv", "manifest.csv", "manifest.json"],
        Write([Outcomes.Good]).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public static void The_sums_are_those_of_the_files_then_of_the_lists_and_sha256sum_agrees()
    {
        using var folder = new TempFolder();
        byte[] bytes = [1, 2, 3];
        var sum = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
        string[] names = ["2022/Ổi.pdf", "2022/a b.pdf", "lạ\\\n.pdf"];
        var result = Outcomes.Good with
        {
            Files = [.. names.Select(name => new ResultFile(name, "pdf", 3, 1, sum, null))],
        };

        var lists = Write([result, Outcomes.Bad, Outcomes.Zipped]);

        Directory.CreateDirectory(folder.File("2022"));
        foreach (var name in names)
            File.WriteAllBytes(folder.File(name), bytes);
        foreach (var (name, content) in lists)
            File.WriteAllBytes(folder.File(name), content);
        Assert.Equal(
            ["2022/Ổi.pdf", "2022/a b.pdf", "lạ\\\\\\n.pdf", .. Lists],
            Encoding.UTF8.GetString(lists[ResultLists.CheckSums]).TrimEnd('\n').Split('\n')
                .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 2)..]));
        Assert.Equal(7, Tool
            .Run("sha256sum", ["--check", "--strict", ResultLists.CheckSums], folder: folder.Path)
            .Split('\n').Count(line => line.EndsWith(": OK", StringComparison.Ordinal)));
    }

    private static readonly string[] Lists = ["manifest.csv", "manifest.json", "errors.csv", "can-sua.ndjson"];

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    public static void The_culture_changes_no_byte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Write(Outcomes.Many(200));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(expected, Write(Outcomes.Many(200)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>All lists by name.</summary>
    internal static Dictionary<string, byte[]> Write(IEnumerable<RecordResult> results)
    {
        var files = new Dictionary<string, MemoryStream>();
        using (var lists = new ResultLists(name => files[name] = new MemoryStream(), Outcomes.Head))
        {
            foreach (var result in results)
                lists.Add(result, "{}"u8);
            lists.Complete();
        }

        return files.ToDictionary(file => file.Key, file => file.Value.ToArray());
    }

    /// <summary>Without its mark.</summary>
    private static string Table(string name, params RecordResult[] results) =>
        Encoding.UTF8.GetString(Write(results)[name]).TrimStart('\uFEFF');
}
