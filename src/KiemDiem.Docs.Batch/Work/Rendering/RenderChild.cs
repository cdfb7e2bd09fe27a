using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Rendering;

/// <summary>
/// What a child process does: a line with the options, then a line for each record; for each an answer of one line,
/// its files in a folder. It ends when nobody writes to it any more.
/// </summary>
public static class RenderChild
{
    /// <summary>The verb of both programs that starts it.</summary>
    public const string Verb = "render-child";

    /// <summary>Serves until the input ends.</summary>
    public static void Serve(FormRenderer renderer, Stream input, Stream output)
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        if (lines.ReadLine() is not { } first)
            return;
        var order = JsonSerializer.Deserialize(first, ChildJson.Default.ChildOrder)!;
        var made = new RecordRenderer(renderer, order.Options, _ => { });
        while (lines.ReadLine() is { } json)
        {
            var record = made.Render(Encoding.UTF8.GetBytes(json), CancellationToken.None);
            for (var i = 0; i < record.Files.Count; i++)
                File.WriteAllBytes(Path.Combine(order.Folder, ChildAnswer.FileName(i)), record.Files[i].Bytes);
            JsonSerializer.Serialize(output, ChildAnswer.Of(record), ChildJson.Default.ChildAnswer);
            output.WriteByte((byte)'\n');
            output.Flush();
        }
    }
}

/// <param name="Options">What is to be made.</param>
/// <param name="Folder">Where files are to be put.</param>
internal sealed record ChildOrder(BatchOptions Options, string Folder);

/// <summary>A <see cref="RenderedRecord"/> whose files lie in the folder.</summary>
internal sealed record ChildAnswer(
    string? Form,
    string? Edition,
    IReadOnlyList<ChildFile> Files,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings,
    ArchiveEntry? Archive)
{
    public static ChildAnswer Of(RenderedRecord record) => new(
        record.Form,
        record.Edition,
        [.. record.Files.Select(file => new ChildFile(file.Format, file.Pages, file.Sha256))],
        record.Problems,
        record.Warnings,
        record.Archive);

    public RenderedRecord Read(string folder) => new(
        Form,
        Edition,
        [.. Files.Select((file, i) => new RenderedFile(
            file.Format, File.ReadAllBytes(Path.Combine(folder, FileName(i))), file.Pages, file.Sha256))],
        Problems,
        Warnings,
        Archive);

    public static string FileName(int index) => FormattableString.Invariant($"{index}.out");
}

internal sealed record ChildFile(string Format, int? Pages, string Sha256);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChildOrder))]
[JsonSerializable(typeof(ChildAnswer))]
internal sealed partial class ChildJson : JsonSerializerContext;
