using System.Text.Json;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Slices;

/// <summary>Gives the records of a source their names, in their order: the same names in every run.</summary>
internal sealed class RecordNamer(FormRenderer renderer, BatchOptions options)
{
    private readonly NameBook names = new();
    private readonly NamePattern pattern =
        NamePattern.Parse(options.Name ?? NamePattern.Default, renderer.Forms);

    /// <param name="record">As its source has it.</param>
    /// <param name="number">From 1, without gaps.</param>
    public SliceRecord Name(SourceRecord record, long number)
    {
        if (record.Problems.Count > 0)
            return Unreadable(record, number, record.Problems);
        try
        {
            using var parsed = JsonDocument.Parse(record.Json);
            var form = renderer.FormOf(parsed.RootElement, form: null, options.Edition);
            var name = names.Take(OutOfTheWay(pattern.NameOf(parsed.RootElement, form, number)));
            return new SliceRecord(new SliceHeader(number, record.Place, name, []), record.Json);
        }
        catch (JsonException)
        {
            return Unreadable(record, number, [FoundInBatch.MalformedRecord()]);
        }
    }

    /// <summary>Beside the documents of an archive stand its lists.</summary>
    private string OutOfTheWay(string path)
    {
        var last = path.LastIndexOf('/') + 1;
        return options.Archive && ArchiveNames.AreTakenFor(path[last..])
            ? $"{path[..last]}van-ban-{path[last..]}"
            : path;
    }

    private static SliceRecord Unreadable(SourceRecord record, long number, IReadOnlyList<Problem> problems) =>
        new(new SliceHeader(number, record.Place, Name: "", problems), ReadOnlyMemory<byte>.Empty);
}
