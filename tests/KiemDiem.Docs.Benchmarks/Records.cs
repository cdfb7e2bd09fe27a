using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>
/// The records that are measured: the filled sample of the personal review, and one of about 2,500 words.
/// </summary>
internal static class Records
{
    private const string Form = "ban-kiem-diem-ca-nhan";

    public static FormRenderer Renderer { get; } = FormRenderer.Load(
        Path.Combine(AppContext.BaseDirectory, "form-templates"), Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <summary>About 400 words of its own.</summary>
    public static byte[] Short { get; } = Json(repeat: 1, longTexts: 9);

    /// <summary>
    /// About 2,500 words of its own, in varied paragraphs; 9 pages, of which the form's own words, boxes and
    /// signatures would fill 5.
    /// </summary>
    public static byte[] Long { get; } = Json(repeat: 5, longTexts: int.MaxValue);

    public static FormRecord Check(byte[] json) => Renderer.Check(json).ValueOrThrow();

    public static int Words(byte[] json) => Check(json).Values.Values.Sum(value => value switch
    {
        TextValue text => text.Text.Split(' ').Length,
        LongTextValue longText => longText.Paragraphs.Sum(paragraph => paragraph.Split(' ').Length),
        _ => 1,
    });

    /// <summary>Each long text said over with its words turned, so that no two paragraphs compress into one.</summary>
    private static byte[] Json(int repeat, int longTexts)
    {
        var form = Renderer.Forms.EditionsOf(Form)[^1];
        var record = RecordSample.Filled(form);
        foreach (var field in form.Fields.OfType<LongTextField>())
        {
            var paragraphs = Enumerable.Range(0, repeat)
                .SelectMany(turn => field.Example.Select(text => Turn(text, turn)));
            record[field.Key] = new JsonArray([.. paragraphs.Select(text => (JsonNode)text)]);
        }

        foreach (var field in form.Fields.OfType<LongTextField>().Skip(longTexts))
            record.Remove(field.Key);
        return Encoding.UTF8.GetBytes(record.ToJsonString());
    }

    private static string Turn(string text, int turn)
    {
        var words = text.Split(' ');
        var start = words.Length * turn / 5;
        return string.Join(' ', words.Skip(start).Concat(words.Take(start)));
    }
}
