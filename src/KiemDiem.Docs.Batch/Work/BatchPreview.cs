using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Work.Slices;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>What a batch would come to: every record named and checked, none printed.</summary>
public sealed class BatchPreview(FormRenderer renderer, BatchOptions options)
{
    private const int Names = 3;

    private readonly List<string> names = [];
    private readonly SortedDictionary<string, long> byForm = new(StringComparer.Ordinal);

    public long Records { get; private set; }

    public long Failed { get; private set; }

    /// <summary>Of the first records that can be printed.</summary>
    public IReadOnlyList<string> FirstNames => names;

    /// <summary>How many records of each form and edition, as "form (edition)".</summary>
    public IReadOnlyDictionary<string, long> ByForm => byForm;

    /// <summary>What would become of each record; its files are left out.</summary>
    public IEnumerable<RecordResult> Check(IEnumerable<SourceRecord> records)
    {
        var namer = new RecordNamer(renderer, options);
        foreach (var record in records)
        {
            var named = namer.Name(record, ++Records);
            var result = Check(named);
            if (result.IsDone && names.Count < Names)
                names.Add(named.Header.Name);
            Failed += result.IsDone ? 0 : 1;
            if (result.Form is not null)
            {
                var form = $"{result.Form} ({result.Edition})";
                byForm[form] = byForm.GetValueOrDefault(form) + 1;
            }

            yield return result;
        }
    }

    private RecordResult Check(SliceRecord record)
    {
        var (number, place) = (record.Header.Number, record.Header.Place);
        if (record.Header.Problems.Count > 0)
            return new RecordResult(number, place, null, null, [], record.Header.Problems, []);
        try
        {
            var found = renderer.Check(record.Json, form: null, options.Edition);
            return new RecordResult(
                number, place, found.Form?.Id, found.Form?.Edition.Id, [], found.Problems, found.Warnings);
        }
        catch (MalformedJsonException)
        {
            return new RecordResult(number, place, null, null, [], [FoundInBatch.MalformedRecord()], []);
        }
    }
}
