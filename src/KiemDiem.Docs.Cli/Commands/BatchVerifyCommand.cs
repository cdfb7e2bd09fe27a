using System.CommandLine;
using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>batch verify: whether the files of a finished batch are still what its manifest says.</summary>
internal sealed class BatchVerifyCommand : Command
{
    private readonly Argument<string> folder = new("THƯ-MỤC")
    {
        Description = "Thư mục kết quả của một lô đã xong.",
    };

    private readonly Session session;

    public BatchVerifyCommand(Session session)
        : base("verify", "Đối chiếu các tệp của một lô với manifest.json.")
    {
        this.session = session;
        Add(folder);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var path = parsed.GetRequiredValue(folder);
        var state = Path.Combine(path, BatchSettings.SingleFolderState);
        var faults = 0L;
        try
        {
            var outputs = new FileStore(path, state, survivesPowerCut: false);
            await foreach (var fault in VerifyOutputs.RunAsync(outputs, session.Stop))
            {
                faults++;
                var what = fault.Fault == OutputFault.Missing ? "không có" : "đã bị thay đổi";
                var where = fault.Zip is null ? fault.Path : $"{fault.Zip}: {fault.Path}";
                session.Output.WriteLine(Printable.Of($"{where}: {what}"));
            }
        }
        catch (FileNotFoundException)
        {
            throw new UsageException([$"Thư mục \"{path}\" không có manifest.json; lô chưa xong?"], command);
        }
        catch (InvalidDataException)
        {
            throw new UsageException([$"Tệp manifest.json trong \"{path}\" bị hỏng."], command);
        }

        if (faults == 0 && !parsed.GetValue(session.Options.Quiet))
            session.Error.WriteLine("Mọi tệp đúng như manifest.json.");
        else if (faults > 0)
        {
            session.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{faults} tệp thiếu hoặc bị thay đổi."));
        }

        return faults == 0 ? ExitCode.Done : ExitCode.DataProblems;
    }
}
