using System.CommandLine;
using System.Text;
using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Readback;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>extract: the record out of a Word or PDF file that this program made.</summary>
internal sealed class ExtractCommand : Command
{
    private readonly Argument<string> typed = new("TỆP")
    {
        Description = "Tệp Word hoặc PDF do chương trình này lập ra; dấu - là đầu vào chuẩn.",
    };

    private readonly Option<string> output = new("-o", "--output")
    {
        HelpName = "TỆP-JSON",
        Description = "Ghi dữ liệu vào tệp này (mặc định: in ra đầu ra chuẩn).",
    };

    private readonly Session session;

    public ExtractCommand(Session session)
        : base("extract", "Lấy lại dữ liệu từ tệp Word hoặc PDF đã lập.")
    {
        this.session = session;
        Add(typed);
        Add(output);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var path = parsed.GetRequiredValue(typed);
        if (Directory.Exists(path))
            throw new UsageException([$"\"{path}\" là thư mục; lệnh này nhận một tệp."], command);
        var inputs = InputList.Expand([path], command);
        var target = parsed.GetValue(output);
        if (target is not null && (target.Length == 0 || Directory.Exists(target)))
            throw new UsageException([$"Nơi ghi kết quả \"{target}\" không phải là tệp."], command);
        NameClashes.Refuse(inputs, target is null ? [] : [target], command);

        var renderer = session.LoadRenderer(parsed);
        var reader = new InputReader(session, Limits.FileBytes);
        return new RecordLoop(session, parsed).Run(inputs, input => Extract(input, reader, renderer, target));
    }

    private static Report Extract(Input input, InputReader reader, FormRenderer renderer, string? target)
    {
        try
        {
            var file = reader.Read(input) ?? throw new UnreadableFileException(FoundInFile.Costly());
            return Tell(input, renderer.Extract(file), target);
        }
        catch (UnreadableFileException e)
        {
            return new Report(ExitCode.DataProblems, [], [Report.Line(input.Label, e.Problem)], [], []);
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Report.Failure(ExitCode.DataProblems, input.Label, $"Không đọc được: {IoReason.Of(e)}.");
        }
    }

    /// <summary>Also where the record has problems: whoever mends them needs what there is.</summary>
    private static Report Tell(Input input, ExtractedRecord found, string? target)
    {
        var problems = found.Checked.Problems.Select(problem => Report.Line(input.Label, problem)).ToList();
        var code = problems.Count > 0 ? ExitCode.DataProblems : ExitCode.Done;
        IReadOnlyList<string> told =
        [
            .. found.Edited.Select(path => Printable.Of($"{input.Label}: {path.Pointer}: đã sửa trong tệp")),
            .. RenderWork.Warnings(input, found.Checked),
        ];
        var json = Encoding.UTF8.GetString(found.Json.Span).TrimEnd();
        if (target is null)
            return new Report(code, [json], problems, told, []);
        try
        {
            var bytes = Encoding.UTF8.GetBytes(json + "\n");
            var folder = Path.GetDirectoryName(target) is { Length: > 0 } named ? named : ".";
            new OutputFolder(folder).Write([new OutputFile(Path.GetFileName(target), bytes)]);
            return new Report(code, [], problems, told, [$"Đã ghi {Printable.Of(target)}"]);
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Report.Failure(
                ExitCode.DataProblems, input.Label, $"Không ghi được vào {target}: {IoReason.Of(e)}.");
        }
    }
}
