using System.Text;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class NdjsonRecordsTests
{
    [Fact]
    public static void Each_line_is_a_record_and_its_bytes_stay_as_they_are() => Assert.Equal(
        ["1: {\"form\":\"a\", \"hoTen\": \"Nguyễn V\\u0103n A\" }", "2: {\"b\":1}"],
        Made.Told("a.ndjson", "{\"form\":\"a\", \"hoTen\": \"Nguyễn V\\u0103n A\" }\n{\"b\":1}"));

    [Fact]
    public static void Blank_lines_are_no_records_but_count_as_lines() => Assert.Equal(
        ["2: {\"a\":1}", "5: {\"b\":2}"], Made.Told("a.jsonl", "\n{\"a\":1}\n  \t\n\r\n{\"b\":2}\r\n\n"));

    [Fact]
    public static void A_byte_order_mark_belongs_to_no_record() =>
        Assert.Equal(["1: {\"a\":1}"], Made.Told("a.ndjson", "\uFEFF{\"a\":1}\n"));

    [Theory]
    [InlineData("{\"a\":", "badJson")]
    [InlineData("{\"a\":1} {\"b\":2}", "badJson")]
    [InlineData("nothing", "badJson")]
    [InlineData("[1]", "notAnObject")]
    [InlineData("\"a\"", "notAnObject")]
    [InlineData("{\"a\":[[[[[[[[1]]]]]]]]}", "jsonTooDeep")]
    public static void A_bad_line_is_a_record_with_a_problem_and_reading_goes_on(string line, string code) =>
        Assert.Equal([$"1: {code}", "2: {\"b\":2}"], Made.Told("a.ndjson", line + "\n{\"b\":2}\n"));

    [Fact]
    public static void Bad_syntax_is_told_with_its_line_and_column_and_without_what_stands_there()
    {
        var problem = Assert.Single(Made.Records("a.ndjson", "\n{\"hoTen\": \"Nguyễn Văn A\" bí}")[0].Problems);

        Assert.Equal("JSON không đúng cú pháp ở dòng 2, cột 29 của tệp.", problem.Detail);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(5_000_000)]
    public static void A_line_may_be_as_long_as_a_record_and_not_longer(int more)
    {
        var line = $"{{\"a\":\"{new string('x', Limits.RecordBytes - 8 + more)}\"}}";

        var told = Made.Told("a.ndjson", $"{{}}\n{line}\n{{\"b\":2}}");

        Assert.Equal(more == 0 ? $"2: {line}" : "2: recordTooLarge", told[1]);
        Assert.Equal(["1: {}", "3: {\"b\":2}"], [told[0], told[2]]);
    }

    [Fact]
    public static void The_option_names_the_form_of_records_that_name_none() => Assert.Equal(
        [
            "1: {\"form\":\"phieu-nhan-xet\",\"a\":1}", "2: {\"form\":\"x\"}", "3: {\"form\":\"phieu-nhan-xet\"}",
            "4: {\"form\":\"phieu-nhan-xet\",\"a\":{\"form\":1}}",
        ],
        Made.Told(
            "a.ndjson",
            "{\"a\":1}\n{\"form\":\"x\"}\n{}\n{\"a\":{\"form\":1}}",
            new SourceOptions { Form = "phieu-nhan-xet" }));

    /// <summary>However the stream hands its bytes out, and wherever a line crosses the end of the buffer.</summary>
    [Fact]
    public static void Lines_are_found_across_the_pieces_that_a_stream_gives()
    {
        var lines = Enumerable.Range(0, 3000).Select(number => $"{{\"a\":\"{new string('x', number % 997)}\"}}")
            .ToArray();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        foreach (var piece in (int[])[1, 3, 64 * 1024 - 1, 1_000_000])
        {
            var file = new SourceFile("a.ndjson", () => new StutteringStream(bytes, piece));
            Assert.Equal(lines, Made.Open(file).Records.Select(record => record.Text()));
        }
    }

    [Fact]
    public static void Records_can_be_gone_through_twice()
    {
        var source = Made.Open(Made.File("a.ndjson", "{\"a\":1}\n{\"b\":2}"));

        Assert.Equal(Made.Told(source.Records), Made.Told(source.Records));
    }
}
