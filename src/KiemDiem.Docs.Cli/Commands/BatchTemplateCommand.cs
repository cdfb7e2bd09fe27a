using System.CommandLine;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>batch template: an empty workbook to fill in, a row a record.</summary>
internal sealed class BatchTemplateCommand : Command
{
    private const string Ending = ".xlsx";

    private readonly Argument<string> file = new("MẪU.xlsx")
    {
        Description = "Tệp bảng tính cần tạo; tên tệp (không kể thư mục và đuôi) là tên mẫu, xem lệnh \"forms\".",
    };

    private readonly Option<string> edition = RecordOptions.NewestEdition();
    private readonly Session session;

    public BatchTemplateCommand(Session session)
        : base("template", "Tạo bảng tính trống của một mẫu: tiêu đề, danh mục chọn sẵn, dòng hướng dẫn.")
    {
        this.session = session;
        Add(file);
        Add(edition);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var path = parsed.GetRequiredValue(file);
        if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            throw new UsageException([$"Tên tệp phải là tên mẫu và đuôi {Ending}; các mẫu: xem lệnh forms."], command);
        var form = FormChoice.Find(
            session.LoadForms(parsed), Path.GetFileNameWithoutExtension(path), parsed.GetValue(edition), command);
        if (File.Exists(path))
            throw new UsageException([$"Đã có tệp \"{path}\"; hãy chọn tên khác."], command);
        using var workbook = new MemoryStream();
        WorkbookTemplate.Write(form, workbook);
        try
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            new OutputFolder(folder).Write([new OutputFile(Path.GetFileName(path), workbook.ToArray())]);
            return ExitCode.Done;
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            session.Error.WriteLine(Printable.Of($"Không ghi được {path}: {IoReason.Of(e)}."));
            return ExitCode.DataProblems;
        }
    }
}
