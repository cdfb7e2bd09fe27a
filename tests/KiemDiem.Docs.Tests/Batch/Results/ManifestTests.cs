using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Tests.Batch.Results;

public static class ManifestTests
{
    [Fact]
    public static void A_manifest_is_JSON_with_a_line_for_each_record()
    {
        var text = Encoding.UTF8.GetString(Manifest([Outcomes.Good, Outcomes.Bad, Outcomes.Zipped]));

        var lines = text.Split('\n');
        Assert.Equal(
            """
            {"format":"kiemdiem-batch-manifest/1","program":{"version":"0.1.0","fingerprint":"ab12"},
            "options":{"formats":"pdf,docx","name":"{nam}/{tenTep}"},"records":[
            """.ReplaceLineEndings(string.Empty),
            lines[0]);
        Assert.Equal(Line(Outcomes.Good) + ",", lines[1]);
        Assert.Equal(Line(Outcomes.Bad) + ",", lines[2]);
        Assert.Equal(
            Line(Outcomes.Zipped) + """],"totals":{"records":3,"done":2,"failed":1,"files":3,"bytes":13028}}""",
            lines[3]);
        Assert.Equal(string.Empty, Assert.Single(lines[4..]));
        Assert.Equal(3, JsonNode.Parse(text)!["records"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(3, 1)]
    [InlineData(500, 7)]
    [InlineData(500, 1_000_000)]
    public static void A_manifest_is_read_back_record_by_record(int count, int atOnce)
    {
        var reader = ManifestReader.Open(new Dribble(new MemoryStream(Manifest(Outcomes.Many(count))), atOnce));

        Assert.Equal(Outcomes.Head.Program, reader.Head.Program);
        Assert.Equal(
            Outcomes.Head.Options.OrderBy(option => option.Key, StringComparer.Ordinal), reader.Head.Options);
        Assert.Null(reader.Totals);
        Assert.Equal(Outcomes.Many(count).Select(Line), reader.Records().Select(Line));
        Assert.Equal(Outcomes.Many(count).Aggregate(ManifestTotals.Zero, (sum, one) => sum.With(one)), reader.Totals);
    }

    [Fact]
    public static void A_record_may_be_longer_than_what_is_read_at_once()
    {
        RecordResult[] results = [Outcomes.Good, Outcomes.Long, Outcomes.Bad];

        var reader = ManifestReader.Open(new MemoryStream(Manifest(results)));

        Assert.Equal(results.Select(Line), reader.Records().Select(Line));
    }

    [Fact]
    public static void Whoever_reformats_a_manifest_or_adds_to_it_does_not_break_it()
    {
        var json = JsonNode.Parse(Manifest(Outcomes.Many(25)))!.AsObject();
        json.Insert(1, "note", new JsonObject { ["by"] = "archive", ["list"] = new JsonArray(1, 2) });
        json.Add("more", "text");
        json["records"]![3]!["added"] = new JsonArray(new JsonObject());
        var text = json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        var reader = ManifestReader.Open(new Dribble(new MemoryStream(Encoding.UTF8.GetBytes(text)), 11));

        Assert.Equal(Outcomes.Many(25).Select(Line), reader.Records().Select(Line));
        Assert.Equal(25, reader.Totals!.Records);
    }

    [Fact]
    public static void A_manifest_that_is_cut_off_anywhere_is_refused()
    {
        var whole = Manifest(Outcomes.Many(3));

        for (var length = 0; length < whole.Length - 2; length += 5)
            Assert.Throws<InvalidDataException>(() => ReadAll(whole[..length]));
        Assert.Equal(3, ReadAll(whole));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("x")]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{"format":"other","program":{"version":"","fingerprint":""},"records":[],"totals":null}""")]
    public static void Other_JSON_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => ReadAll(Encoding.UTF8.GetBytes(text)));

    private static int ReadAll(byte[] manifest) => ManifestReader.Open(new MemoryStream(manifest)).Records().Count();

    private static string Line(RecordResult result) => Encoding.UTF8.GetString(ResultLine.Of(result));

    private static byte[] Manifest(IEnumerable<RecordResult> results) =>
        ResultListsTests.Write(results)[ResultLists.Manifest];
}
