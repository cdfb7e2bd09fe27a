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
    private readonly Argument<string[]> typed = RecordOptions.Files();
    private readonly Option<string> output = new("-o", "--output")
    {
        HelpName = "THƯ-MỤC",
        Description = "Nơi ghi kết quả: thư mục; một tệp .docx, .pdf, .png nếu chỉ lập một tệp; - là đầu ra chuẩn.",
        Required = true,
    };

    private readonly Option<string> format = new("--format")
    {
        HelpName = "ĐỊNH-DẠNG",
        Description = "docx, pdf, png (mỗi trang một tệp), cách nhau dấu phẩy "
            + $"(mặc định: {OutputFormats.Default} hoặc đuôi sau -o).",
    };

    private readonly Option<string> formName = RecordOptions.Form();
    private readonly Option<string> editionName = RecordOptions.Edition();
    private readonly Option<string> thoiDiem = new("--thoi-diem")
    {
        HelpName = "NGÀY",
        Description = "Ngày ghi trong thông tin của tệp khi dữ liệu không có ngày lập đầy đủ (mặc định: 1980-01-01).",
    };

    private readonly Option<bool> sha256Sums = new("--sha256sums")
    {
        Description = $"Ghi thêm tệp {CheckSums.FileName} vào thư mục kết quả; kiểm lại bằng sha256sum -c.",
    };

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
        Add(thoiDiem);
        Add(sha256Sums);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var files = parsed.GetRequiredValue(typed);
        var (place, formats) = OutputPlace.Choose(
            parsed.GetRequiredValue(output), parsed.GetValue(format), files, command);
        var inputs = InputList.Expand(files, command);
        var sums = parsed.GetValue(sha256Sums) ? new CheckSums() : null;
        Require(place, inputs, formats, sums is not null);
        var options = new RenderOptions { ThoiDiem = ReadThoiDiem(parsed.GetValue(thoiDiem), command) };

        var (form, edition) = (parsed.GetValue(formName), parsed.GetValue(editionName));
        var renderer = session.LoadRenderer(parsed);
        FormChoice.Require(renderer.Forms, form, edition, command);
        var checker = new RecordChecker(renderer, session, form, edition);
        var loop = new RecordLoop(session, parsed);
        var made = new RecordFiles(renderer, options);
        var verbose = parsed.GetValue(session.Options.Verbose);
        if (place.IsStandardOutput)
            return loop.Run(inputs, input => WriteOut(input, checker.Check(input), made, formats[0], verbose));

        var early = CheckStandardInput(inputs, checker);
        inputs = [.. inputs.Select(input => Named(input, early))];
        NameClashes.Refuse(inputs, Outputs(place, inputs, formats, sums), command);
        var work = new RenderWork(made, place, formats, sums, verbose);
        var code = ExitCode.Done;
        try
        {
            code = loop.Run(inputs, input => work.Do(input, input.Path is null ? early! : checker.Check(input)));
        }
        finally
        {
            // Also where somebody stopped the run: what is written then has its sums.
            code = Math.Max(code, Write(sums, place.Folder));
        }

        return code;
    }

    /// <summary>Standard input is read first: only the record tells its name, and names must not clash.</summary>
    private static CheckedRecord? CheckStandardInput(IReadOnlyList<Input> inputs, RecordChecker checker) =>
        inputs.FirstOrDefault(input => input.Path is null) is { } standardInput ? checker.Check(standardInput) : null;

    private static Input Named(Input input, CheckedRecord? standardInput) =>
        input.Path is null && standardInput?.Value is { } record
            ? input with { Name = RecordTitle.AsciiFileName(record) }
            : input;

    private static IEnumerable<string> Outputs(
        OutputPlace place, IReadOnlyList<Input> inputs, IReadOnlyList<OutputFormat> formats, CheckSums? sums) =>
        place.FilesOf(inputs, formats)
            .Concat(sums is null ? [] : [Path.Combine(place.Folder, CheckSums.FileName)]);

    private Report WriteOut(
        Input input, CheckedRecord record, RecordFiles files, OutputFormat single, bool verbose)
    {
        if (record.Value is null)
            return RenderWork.Refusal(input, record);
        var file = files.MakeOne(record.Value, single, CommandPath.Of(this));
        try
        {
            session.Terminal.Output.Write(file.Bytes);
            session.Terminal.Output.Flush();
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Report.Failure(
                ExitCode.DataProblems, input.Label, $"Không ghi được ra đầu ra chuẩn: {IoReason.Of(e)}.");
        }

        return new Report(
            ExitCode.Done,
            [],
            [],
            RenderWork.Warnings(input, record),
            verbose ? [$"{Printable.Of(input.Label)}: {file.Summary}"] : []);
    }

    private int Write(CheckSums? sums, string folder)
    {
        if (sums is null || sums.IsEmpty)
            return ExitCode.Done;
        try
        {
            new OutputFolder(folder).Write([sums.ToFile()]);
            return ExitCode.Done;
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            session.Error.WriteLine(Printable.Of(
                $"{CheckSums.FileName}: Không ghi được vào {folder}: {IoReason.Of(e)}."));
            return ExitCode.DataProblems;
        }
    }

    private void Require(
        OutputPlace place, IReadOnlyList<Input> inputs, IReadOnlyList<OutputFormat> formats, bool withSums)
    {
        var mistakes = new List<string>();
        if (withSums && (place.IsStandardOutput || place.SingleFile is not null))
            mistakes.Add("Tùy chọn --sha256sums cần nơi ghi kết quả là một thư mục.");
        if (place.IsStandardOutput && inputs.Count != 1)
            mistakes.Add("Đầu ra chuẩn (-o -) chỉ nhận một tệp vào.");
        if (place.IsStandardOutput && formats.Count != 1)
            mistakes.Add("Đầu ra chuẩn (-o -) chỉ nhận một định dạng; hãy chọn bằng --format.");
        if (place.IsStandardOutput && session.Terminal.OutputIsScreen)
            mistakes.Add("Không in tệp nhị phân ra màn hình; hãy chuyển đầu ra chuẩn vào tệp (> ten-tep).");
        if (mistakes.Count > 0)
            throw new UsageException(mistakes, place.Command);
    }

    private static DateOnly? ReadThoiDiem(string? text, string command) => text is null ? null
        : DocumentDate.TryParse(text, out var date) ? date
        : throw new UsageException([$"Tùy chọn --thoi-diem {DocumentDate.Rule}"], command);
}
