using System.Text;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class JsonRecordsTests
{
    [Fact]
    public static void An_object_is_one_record_on_one_line() => Assert.Equal(
        ["2: {  \"a\": [    \"b\\n c\"  ]}"],
        Made.Told("a.json", "\n{\n  \"a\": [\r\n    \"b\\n c\"\n  ]\n}\n"));

    [Fact]
    public static void An_array_is_many_records_with_the_lines_on_which_they_begin() => Assert.Equal(
        ["1: {\"a\":\"],\\\"{\\\\\"}", "3: {\"b\":[{}]}", "4: {}"],
        Made.Told("a.json", "[{\"a\":\"],\\\"{\\\\\"},\n\n {\"b\":\n[{}]},{}\n]\n"));

    [Theory]
    [InlineData("[]")]
    [InlineData(" [ \n ] ")]
    public static void An_empty_array_has_no_records(string text) => Assert.Empty(Made.Told("a.json", text));

    [Theory]
    [InlineData("[{\"a\":1},{b},{\"c\":3}]", "1: {\"a\":1}", "1: restUnreadable")]
    [InlineData("[{\"a\":1},\n{\"b\":2},,{\"c\":3}]", "1: {\"a\":1}", "2: {\"b\":2}", "2: restUnreadable")]
    [InlineData("[{\"a\":1},\n]", "1: {\"a\":1}", "2: restUnreadable")]
    [InlineData("[{\"a\":1},\n{\"b\":\"2", "1: {\"a\":1}", "2: restUnreadable")]
    [InlineData("[{\"a\":1}\n", "1: {\"a\":1}", "2: restUnreadable")]
    [InlineData("[{\"a\":1},", "1: {\"a\":1}", "1: restUnreadable")]
    [InlineData("[", "1: restUnreadable")]
    [InlineData("[{\"b\":[1}},\n{\"c\":3}]", "1: restUnreadable")]
    [InlineData("[{\"a\":1}]\n[]", "1: {\"a\":1}", "2: restUnreadable")]
    [InlineData("[{\"a\":1} {\"b\":2}]", "1: restUnreadable")]
    public static void After_bad_syntax_nothing_is_read_and_it_says_so(string text, params string[] told) =>
        Assert.Equal(told, Made.Told("a.json", text));

    [Fact]
    public static void The_place_of_bad_syntax_is_that_in_the_file()
    {
        var records = Made.Records("a.json", "[{\"a\":1},\n  {\"hoTen\":\n\"A\" x}]");

        Assert.Equal(2, records.Count);
        Assert.Equal(
            "JSON không đúng cú pháp ở dòng 3, cột 5 của tệp; từ chỗ này trở đi không đọc được nữa.",
            records[1].Problems[0].Detail);
    }

    [Theory]
    [InlineData("", "1: badJson")]
    [InlineData("{\"a\":1} {\"b\":2}", "1: badJson")]
    [InlineData("{\"a\":", "1: badJson")]
    [InlineData("17", "1: notAnObject")]
    [InlineData("[17, {}]", "1: notAnObject", "1: {}")]
    public static void A_file_that_is_no_record_is_told_of(string text, params string[] told) =>
        Assert.Equal(told, Made.Told("a.json", text));

    [Fact]
    public static void An_item_that_is_too_large_is_passed_over()
    {
        var large = new string('x', Limits.RecordBytes);

        Assert.Equal(
            ["1: recordTooLarge", "1: {\"b\":2}"], Made.Told("a.json", $"[{{\"a\":\"{large}\"}},{{\"b\":2}}]"));
    }

    [Fact]
    public static void Items_are_found_across_the_pieces_that_a_stream_gives()
    {
        var items = string.Join(",\n", Enumerable.Repeat("{\"a\":\"ệ\"}", 20_000));
        var bytes = Encoding.UTF8.GetBytes($"\uFEFF[{items}]");
        foreach (var piece in (int[])[1, 7, 1_000_000])
        {
            var file = new SourceFile("a.json", () => new StutteringStream(bytes, piece));
            var records = Made.Open(file).Records.ToList();
            Assert.Equal(20_000, records.Count);
            Assert.All(records, record => Assert.Equal("{\"a\":\"ệ\"}", record.Text()));
            Assert.Equal(20_000, records[^1].Place.Line);
        }
    }

    [Fact]
    public static void A_folder_is_read_in_ordinal_order_with_the_names_below_it()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("b"));
        Directory.CreateDirectory(folder.File(".git"));
        File.WriteAllText(folder.File("b/2.json"), "{\"b\":2}");
        File.WriteAllText(folder.File("a.ndjson"), "{\"a\":1}\n{\"a\":2}");
        File.WriteAllText(folder.File("B.json"), "[{\"B\":1}]");
        File.WriteAllText(folder.File("~$a.xlsx"), "x");
        File.WriteAllText(folder.File(".git/c.json"), "{}");
        File.WriteAllText(folder.File("read.me"), "x");

        var records = SourceReader.Open(folder.Path, new SourceOptions(), Engine.Renderer.Forms).Records;

        Assert.Equal(
            ["B.json:1 {\"B\":1}", "a.ndjson:1 {\"a\":1}", "a.ndjson:2 {\"a\":2}", "b/2.json:1 {\"b\":2}"],
            records.Select(record => $"{record.Place.File}:{record.Place.Line} {record.Text()}"));
    }

    [Fact]
    public static void A_source_that_is_none_is_refused()
    {
        using var folder = new TempFolder();

        Assert.Throws<UnreadableSourceException>(() => SourceFile.At(folder.Path));
        Assert.Throws<UnreadableSourceException>(() => SourceFile.At(folder.File("none.csv")));
        Assert.Throws<UnreadableSourceException>(() => Made.Open(Made.File("a.doc", "x")));
        Assert.Empty(Made.Records("a.doc", " ", new SourceOptions { Format = SourceFormat.Ndjson }));
    }
}
