using System.Text.Json;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>
/// Writes manifest.json: one object, and in it one line a record, the same as <see cref="ResultLine"/>. Only what the
/// next write takes is in memory.
/// </summary>
internal sealed class ManifestJson : IDisposable
{
    public const string Format = "kiemdiem-batch-manifest/1";

    private const int FlushAt = 32 * 1024;

    private readonly Stream target;
    private readonly Utf8JsonWriter writer;
    private ManifestTotals totals = ManifestTotals.Zero;

    public ManifestJson(Stream target, ManifestHead head)
    {
        this.target = target;
        writer = new Utf8JsonWriter(target, ResultJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString(Names.Format, Format);
        writer.WritePropertyName(Names.Program);
        JsonSerializer.Serialize(writer, head.Program, ResultJson.Default.ManifestProgram);
        writer.WriteStartObject(Names.Options);
        foreach (var (name, value) in head.Options.OrderBy(option => option.Key, StringComparer.Ordinal))
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteStartArray(Names.Records);
    }

    public void Add(RecordResult result)
    {
        totals = totals.With(result);
        writer.WriteRawValue([(byte)'\n', .. ResultLine.Of(result)], skipInputValidation: true);
        if (writer.BytesPending > FlushAt)
            writer.Flush();
    }

    /// <summary>Writes the end. Without it the file is no JSON.</summary>
    public ManifestTotals Complete()
    {
        writer.WriteEndArray();
        writer.WritePropertyName(Names.Totals);
        JsonSerializer.Serialize(writer, totals, ResultJson.Default.ManifestTotals);
        writer.WriteEndObject();
        writer.Flush();
        target.WriteByte((byte)'\n');
        return totals;
    }

    public void Dispose()
    {
        writer.Dispose();
        target.Dispose();
    }

    internal static class Names
    {
        public const string Format = "format";
        public const string Program = "program";
        public const string Options = "options";
        public const string Records = "records";
        public const string Totals = "totals";
    }
}
