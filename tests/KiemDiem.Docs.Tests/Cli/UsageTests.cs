namespace KiemDiem.Docs.Tests.Cli;

public static class UsageTests
{
    [Theory]
    [InlineData("", "Thiếu lệnh; các lệnh: render, check, extract, forms, schema, sample, batch, worker.")]
    [InlineData(
        "rendr", "Không có lệnh \"rendr\"; các lệnh: render, check, extract, forms, schema, sample, batch, worker.")]
    [InlineData("render -o kq", "Thiếu TỆP: Tệp JSON")]
    [InlineData("render an.json", "Thiếu tùy chọn -o THƯ-MỤC: Nơi ghi kết quả")]
    [InlineData("render an.json -o", "Tùy chọn -o cần một giá trị: -o THƯ-MỤC.")]
    [InlineData("render an.json -o a -o b", "Tùy chọn -o chỉ được ghi một lần.")]
    [InlineData("render khong-co.json -o kq", "Không có tệp \"khong-co.json\".")]
    [InlineData("render *.jsonx -o kq", "Không có tệp nào khớp với \"*.jsonx\".")]
    [InlineData("render --dpi -o kq", "Không có tệp hay tùy chọn \"--dpi\".")]
    [InlineData("render - - -o kq", "Đầu vào chuẩn (dấu -) chỉ được ghi một lần.")]
    [InlineData("render - -o kq --format docx,odt", "Không có định dạng \"odt\"; các định dạng: docx, pdf, png.")]
    [InlineData("render - -o kq --form khong-co", "Không có mẫu \"khong-co\"; các mẫu: ban-kiem-diem-ca-nhan")]
    [InlineData("render - -o kq --edition 1900", "Không có phiên bản \"1900\"; các phiên bản: 2019")]
    [InlineData("check", "Thiếu TỆP: Tệp JSON")]
    [InlineData("forms thua", "Thừa tham số \"thua\".")]
    [InlineData("schema", "Thiếu MẪU: Tên mẫu")]
    [InlineData("schema khong-co", "Không có mẫu \"khong-co\"; các mẫu: ban-kiem-diem-ca-nhan")]
    [InlineData("sample phieu-nhan-xet --edition 1900", "Không có phiên bản \"1900\"; các phiên bản: 2020-213.")]
    public static void A_wrong_command_line_ends_with_2_and_a_Vietnamese_sentence(string line, string sentence)
    {
        var run = CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.StartsWith($"kiemdiem: {sentence}", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"\nkiemdiem: Xem cách dùng: kiemdiem[a-z ]* --help\n\z", run.Error);
    }

    [Fact]
    public static void All_missing_files_are_told_at_once_and_nothing_is_written()
    {
        using var scratch = new Scratch();
        var good = scratch.Put("an.json", Records.Good);

        var run = CommandRun.Of("render", good, scratch["b.json"], scratch["c.json"], "-o", scratch["kq"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("b.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("c.json", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["kq"]));
    }

    [Fact]
    public static void A_folder_without_records_is_told()
    {
        using var scratch = new Scratch();
        scratch.Put("rong/doc.txt", "x");

        var run = CommandRun.Of("check", scratch["rong"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("không có tệp .json nào", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_file_name_that_begins_with_an_at_sign_is_a_file_name()
    {
        var run = CommandRun.Of("check", "@danh-sach");

        Assert.Equal(2, run.Code);
        Assert.Contains("Không có tệp \"@danh-sach\".", run.Error, StringComparison.Ordinal);
    }
}
