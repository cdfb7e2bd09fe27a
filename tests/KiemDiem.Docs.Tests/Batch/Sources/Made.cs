using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Sources;

/// <summary>Sources made in memory.</summary>
internal static class Made
{
    public const string CaNhan = "ban-kiem-diem-ca-nhan";

    public static SourceFile File(string name, byte[] bytes) =>
        new(name, () => new MemoryStream(bytes, writable: false));

    public static SourceFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static OpenSource Open(SourceFile file, SourceOptions? options = null) =>
        SourceReader.Open([file], options ?? new SourceOptions(), Engine.Renderer.Forms);

    public static List<SourceRecord> Records(string name, string text, SourceOptions? options = null) =>
        [.. Open(File(name, text), options).Records];

    public static List<SourceRecord> Records(string name, byte[] bytes, SourceOptions? options = null) =>
        [.. Open(File(name, bytes), options).Records];

    public static string Text(this SourceRecord record) => Encoding.UTF8.GetString(record.Json.Span);

    public static JsonNode Json(this SourceRecord record)
    {
        Assert.Empty(record.Problems);
        return JsonNode.Parse(record.Json.Span)!;
    }

    /// <summary>The records, one a line: where, and what they say or what is wrong.</summary>
    public static string[] Told(IEnumerable<SourceRecord> records) =>
        [.. records.Select(record => $"{record.Place.Line}: " + (record.Problems.Count > 0
            ? string.Join(' ', record.Problems.Select(found => found.Code))
            : record.Text()))];

    public static string[] Told(string name, string text, SourceOptions? options = null) =>
        Told(Records(name, text, options));
}
