using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>Makes and writes the files of one checked record.</summary>
internal sealed class RenderWork(
    RecordFiles files, OutputPlace place, IReadOnlyList<OutputFormat> formats, CheckSums? sums, bool verbose)
{
    private readonly OutputFolder folder = new(place.Folder);

    public Report Do(Input input, CheckedRecord record)
    {
        if (record.Value is null)
            return Refusal(input, record);
        IReadOnlyList<RecordFile> made = place.SingleFile is { } single
            ? [new RecordFile(single, files.MakeOne(record.Value, formats[0], place.Command))]
            : files.Make(record.Value, input.Name!, formats);
        try
        {
            var written = folder.Write([.. made.Select(file => new OutputFile(file.Path, file.File.Bytes))]);
            foreach (var file in made)
                sums?.Add(file);
            return new Report(
                ExitCode.Done,
                [],
                [],
                [.. Warnings(input, record), .. StalePages(input, made)],
                [.. written.Zip(made, (path, file) => Told(path, file))]);
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Report.Failure(
                ExitCode.DataProblems, input.Label, $"Không ghi được vào {folder.Root}: {IoReason.Of(e)}.");
        }
    }

    public static Report Refusal(Input input, CheckedRecord record) => new(
        ExitCode.DataProblems,
        [],
        [.. record.Problems.Select(problem => Report.Line(input.Label, problem))],
        Warnings(input, record),
        []);

    public static IReadOnlyList<string> Warnings(Input input, CheckedRecord record) =>
        [.. record.Warnings.Select(warning => Report.WarningLine(input.Label, warning))];

    private string Told(string path, RecordFile file) =>
        $"Đã ghi {Printable.Of(path)}" + (verbose ? $" ({file.File.Summary})" : string.Empty);

    /// <summary>A longer document written here before leaves pages that look like part of this one.</summary>
    private IEnumerable<string> StalePages(Input input, IReadOnlyList<RecordFile> made)
    {
        if (!formats.Contains(OutputFormat.Png) || place.SingleFile is not null)
            yield break;
        var pages = made.Count - formats.Count + 1;
        var next = OutputFormats.FileName(input.Name!, OutputFormat.Png, pages + 1);
        if (folder.Has(next))
        {
            yield return Report.WarningLine(input.Label, new Problem(
                FieldPath.Root, "stalePages", $"Thư mục kết quả còn trang của lần lập trước, từ {next}; hãy xóa đi."));
        }
    }
}
