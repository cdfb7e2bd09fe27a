using System.CommandLine;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>batch report: which members lack the review of a year.</summary>
internal sealed class BatchReportCommand : Command
{
    private readonly Argument<string> folder = new("THƯ-MỤC")
    {
        Description = "Thư mục kết quả của một hay nhiều lô lưu trữ (--archive) đã xong.",
    };

    private readonly Option<int> threeYears = new("--three-years")
    {
        HelpName = "NĂM",
        Description = "Năm cuối của ba năm cần có bản kiểm điểm trong hồ sơ đảng viên.",
        Required = true,
    };

    private readonly Session session;

    public BatchReportCommand(Session session)
        : base("report", "Liệt kê đảng viên còn thiếu bản kiểm điểm của một trong ba năm.")
    {
        this.session = session;
        Add(folder);
        Add(threeYears);
        SetAction(Run);
    }

    /// <summary>The list goes to standard output, so that it can be kept; it holds names.</summary>
    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var year = parsed.GetValue(threeYears);
        if (year is < Limits.FirstYear or > Limits.LastYear)
        {
            throw new UsageException(
                [$"Tùy chọn --three-years nhận năm từ {Limits.FirstYear} đến {Limits.LastYear}."], command);
        }

        var path = parsed.GetRequiredValue(folder);
        try
        {
            var report = ThreeYearSearch.In(path, year, session.Stop);
            CsvTable.Write(session.Terminal.Output, report.Rows());
            session.Terminal.Output.Flush();
            if (!parsed.GetValue(session.Options.Quiet))
                session.Error.WriteLine(report.Summary());
            return report.Missing.Count + report.Unclear.Count == 0 ? ExitCode.Done : ExitCode.DataProblems;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException([$"Thư mục \"{path}\" không có lô lưu trữ (--archive) nào đã xong."], command);
        }
        catch (InvalidDataException)
        {
            throw new UsageException([$"Một tệp manifest.json trong \"{path}\" bị hỏng."], command);
        }
    }
}
