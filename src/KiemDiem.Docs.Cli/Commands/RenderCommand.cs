using System.CommandLine;
using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>render: records in, documents out.</summary>
internal sealed class RenderCommand : Command
{
    private const string StandardOutput = "-";

    private readonly Argument<string[]> typed = RecordOptions.Files();
    private readonly Option<string> output = new("-o", "--output")
    {
        HelpName = "THƯ-MỤC",
        Description = "Nơi ghi kết quả; dấu - là đầu ra chuẩn (một tệp vào, một định dạng).",
        Required = true,
    };

    private readonly Option<string> format = new("--format")
    {
        HelpName = "ĐỊNH-DẠNG",
        Description =
            $"docx, pdf, png, cách nhau bằng dấu phẩy (mặc định: {OutputFormats.Default}); png: mỗi trang một tệp.",
        DefaultValueFactory = _ => OutputFormats.Default,
    };

    private readonly Option<string> formName = RecordOptions.Form();
    private readonly Option<string> editionName = RecordOptions.Edition();
    private readonly Session session;

    public RenderCommand(Session session)
        : base("render", "Lập văn bản từ dữ liệu.")
    {
        this.session = session;
        Add(typed);
        Add(output);
        Add(format);
        Add(formName);
        Add(editionName);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var formats = OutputFormats.Parse(parsed.GetRequiredValue(format), command);
        var inputs = InputList.Expand(parsed.GetRequiredValue(typed), command);
        var folder = parsed.GetRequiredValue(output);
        if (folder == StandardOutput)
            RequireOneFile(inputs, formats, command);
        else
            RequireFolder(folder, command);

        var (form, edition) = (parsed.GetValue(formName), parsed.GetValue(editionName));
        var renderer = session.LoadRenderer(parsed);
        FormChoice.Require(renderer.Forms, form, edition, command);
        var checker = new RecordChecker(renderer, session, form, edition);
        var loop = new RecordLoop(session, parsed);
        var files = new RecordFiles(renderer);
        if (folder == StandardOutput)
            return loop.Run(inputs, input => WriteOut(input, checker.Check(input), files, formats[0]));

        var early = CheckStandardInput(inputs, checker);
        inputs = [.. inputs.Select(input => Named(input, early))];
        NameClashes.Refuse(inputs, formats, folder, command);
        var work = new RenderWork(files, new OutputFolder(folder), formats);
        return loop.Run(inputs, input => work.Do(input, input.Path is null ? early! : checker.Check(input)));
    }

    /// <summary>Standard input is read first: only the record tells its name, and names must not clash.</summary>
    private static CheckedRecord? CheckStandardInput(IReadOnlyList<Input> inputs, RecordChecker checker) =>
        inputs.FirstOrDefault(input => input.Path is null) is { } standardInput ? checker.Check(standardInput) : null;

    private static Input Named(Input input, CheckedRecord? standardInput) =>
        input.Path is null && standardInput?.Value is { } record
            ? input with { Name = RecordTitle.AsciiFileName(record) }
            : input;

    private Report WriteOut(Input input, CheckedRecord record, RecordFiles files, OutputFormat single)
    {
        if (record.Value is null)
            return RenderWork.Refusal(input, record);
        var made = files.Make(record.Value, input.Label, [single]);
        if (made.Count > 1)
        {
            throw new UsageException(
                [$"Văn bản có {made.Count} trang; ảnh nhiều trang phải ghi ra thư mục."], CommandPath.Of(this));
        }

        try
        {
            session.Terminal.Output.Write(made[0].Bytes);
            session.Terminal.Output.Flush();
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Report.Failure(
                ExitCode.DataProblems, input.Label, $"Không ghi được ra đầu ra chuẩn: {IoReason.Of(e)}.");
        }

        return new Report(ExitCode.Done, [], [], RenderWork.Warnings(input, record), []);
    }

    private void RequireOneFile(IReadOnlyList<Input> inputs, IReadOnlyList<OutputFormat> formats, string command)
    {
        var mistakes = new List<string>();
        if (inputs.Count != 1)
            mistakes.Add("Đầu ra chuẩn (-o -) chỉ nhận một tệp vào.");
        if (formats.Count != 1)
            mistakes.Add("Đầu ra chuẩn (-o -) chỉ nhận một định dạng; hãy chọn bằng --format.");
        if (session.Terminal.OutputIsScreen)
            mistakes.Add("Không in tệp nhị phân ra màn hình; hãy chuyển đầu ra chuẩn vào tệp (> ten-tep).");
        if (mistakes.Count > 0)
            throw new UsageException(mistakes, command);
    }

    private static void RequireFolder(string folder, string command)
    {
        if (folder.Length == 0 || File.Exists(folder))
            throw new UsageException([$"Nơi ghi kết quả \"{folder}\" không phải là thư mục."], command);
    }
}
