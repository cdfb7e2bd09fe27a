using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>Makes and writes the files of one checked record.</summary>
internal sealed class RenderWork(RecordFiles files, OutputFolder folder, IReadOnlyList<OutputFormat> formats)
{
    public Report Do(Input input, CheckedRecord record)
    {
        if (record.Value is null)
            return Refusal(input, record);
        var made = files.Make(record.Value, input.Name!, formats);
        try
        {
            var written = folder.Write(made).Select(path => $"Đã ghi {Printable.Of(path)}").ToList();
            return new Report(ExitCode.Done, [], [], [.. Warnings(input, record), .. StalePages(input, made)], written);
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

    /// <summary>A longer document written here before leaves pages that look like part of this one.</summary>
    private IEnumerable<string> StalePages(Input input, IReadOnlyList<OutputFile> made)
    {
        if (!formats.Contains(OutputFormat.Png))
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
