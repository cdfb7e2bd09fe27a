using System.Text;
using CsCheck;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Tests.Batch.Results;

public static class ResultLineTests
{
    [Fact]
    public static void A_result_is_one_line_whose_parts_stand_in_one_order()
    {
        Assert.Equal(
            """
            {"number":1,"place":{"file":"hồ sơ/năm 2022.csv","line":2},"form":"phieu-muon-sach","edition":"2001",
            "files":[{"path":"2022/Ổi.pdf","format":"pdf","bytes":12345,"pages":2,"sha256":"SUM-A","zip":null},
            {"path":"2022/Ổi.docx","format":"docx","bytes":678,"pages":null,"sha256":"SUM-B","zip":null}],"problems":[],
            "warnings":[{"pointer":"/tenThuVien","code":"missing",
            "detail":"Chưa có \"Thư viện\"; trên bản in sẽ để trống để viết tay."},
            {"pointer":"/nguoiMuon","code":"ghaLetter",
            "detail":"Đã thay chữ 'ƣ/Ƣ' (lỗi khi trích từ tệp PDF) bằng 'ư/Ư'."}],
            "archive":{"nam":2002,"donVi":null,"doiTuong":"Ổi","ngaySinh":null,"kiemDiemHangNam":false,
            "tenLoai":"Phiếu","trichYeu":null,"ngayVanBan":"2002-02-05","coQuanBanHanh":null,"nguoiKy":null,
            "chucVuNguoiKy":null,"noiNhan":null,"soTrang":null}}
            """.ReplaceLineEndings(string.Empty),
            Text(Outcomes.Good).Replace(new string('a', 64), "SUM-A").Replace(new string('b', 64), "SUM-B"));
        Assert.DoesNotContain('\n', Text(Outcomes.Bad));
    }

    [Fact]
    public static void A_line_is_read_back_as_it_was()
    {
        foreach (var result in new[] { Outcomes.Good, Outcomes.Bad, Outcomes.Zipped })
        {
            var read = ResultLine.Read(ResultLine.Of(result));

            Assert.Equal(Text(result), Text(read));
            Assert.Equal(result.Files, read.Files);
            Assert.Equal(result.Problems, read.Problems);
            Assert.Equal(result.Warnings, read.Warnings);
            Assert.Equal(result.Place, read.Place);
            Assert.Equal(result.IsDone, read.IsDone);
        }
    }

    [Fact]
    public static void Lines_are_read_one_by_one_whatever_the_stream_gives_at_once() =>
        Gen.Select(Gen.Int[0, 40], Gen.OneOf(1, 7, 100, 16 * 1024, 1_000_000), Gen.Bool).Sample(
            (count, atOnce, ended) =>
            {
                var bytes = Lines(count);
                if (!ended && count > 0)
                    bytes = bytes[..^1];

                var read = ResultLine.ReadAll(new Dribble(new MemoryStream(bytes), atOnce)).ToList();

                Assert.Equal(Outcomes.Many(count).Select(Text), read.Select(Text));
            },
            iter: 60);

    [Fact]
    public static void A_line_may_be_longer_than_what_is_read_at_once()
    {
        RecordResult[] results = [Outcomes.Good, Outcomes.Long, Outcomes.Bad];
        byte[] lines = [.. results.SelectMany(ResultLine.WithEnd)];

        Assert.Equal(results.Select(Text), ResultLine.ReadAll(new MemoryStream(lines)).Select(Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"number":1}""")]
    [InlineData("""{"number":1,"place":{"file":"a","line":1},"files":[],"problems":[{}],"warnings":[]}""")]
    [InlineData("""{"number":1,"place":{"file":"a","line":1},"files":[],"problems":[1],"warnings":[]}""")]
    [InlineData("""{"number":1,"place":null,"files":[],"problems":[],"warnings":[]}""")]
    public static void What_is_no_result_is_not_taken_for_one(string line) =>
        Assert.Throws<InvalidDataException>(() => ResultLine.Read(Encoding.UTF8.GetBytes(line)));

    private static string Text(RecordResult result) => Encoding.UTF8.GetString(ResultLine.Of(result));

    private static byte[] Lines(int count)
    {
        using var stream = new MemoryStream();
        foreach (var result in Outcomes.Many(count))
            stream.Write(ResultLine.WithEnd(result));
        return stream.ToArray();
    }
}
