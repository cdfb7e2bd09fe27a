using System.CommandLine;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Cli.Usage;
using Microsoft.Extensions.DependencyInjection;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>One batch from its start, or from where it stopped, to its end.</summary>
internal sealed class BatchRun(Session session, ParseResult parsed, FormRenderer renderer, string command)
{
    /// <summary>A folder holds one batch, so its name says nothing.</summary>
    private const string Id = "lo";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly EngineFolders installed = new(
        parsed.GetValue(session.Options.FormTemplates)!, parsed.GetValue(session.Options.Fonts)!);

    public async Task<int> RunAsync(string source, BatchOptions options, string folder, int jobs, bool resume)
    {
        RequireFolder(folder, resume);
        var verbose = parsed.GetValue(session.Options.Verbose);
        using var host = BatchHost.ForFolder(renderer, installed, folder, jobs, verbose);
        var batches = host.Services.GetRequiredService<BatchService>();
        var progress = new BatchProgress(session, parsed.GetValue(session.Options.Quiet));
        try
        {
            WarnOfEncodings(options, source);
            Directory.CreateDirectory(folder);
            await batches.PrepareAsync(session.Stop);
            var before = await batches.FindAsync(Id, session.Stop);
            if (before is not null)
                await RequireSameAsync(before, options, source);
            if (before is { State: BatchState.Done })
                return progress.End(before, folder);
            await host.StartAsync(session.Stop);
            var status = before is null
                ? await batches.SubmitLocalAsync(Id, options, source, session.Stop)
                : await batches.ResumeAsync(Id, session.Stop);
            status = await progress.FollowAsync(
                async () => (await batches.FindAsync(Id, session.Stop))!, status!, Look);
            await host.EndAsync();
            return progress.End(status, folder);
        }
        catch (FolderInUseException e)
        {
            throw new UsageException([e.Message], command);
        }
        catch (UnreadableSourceException e)
        {
            throw new UsageException([e.Message], command);
        }
        catch (OperationCanceledException) when (session.Stop.IsCancellationRequested)
        {
            await host.EndAsync();
            if (!parsed.GetValue(session.Options.Quiet))
                session.Error.WriteLine("Chạy tiếp bằng đúng lệnh này, thêm --resume.");
            throw;
        }
        catch (Exception e) when (BatchService.FaultOf(e) is { } fault)
        {
            await host.EndAsync();
            return progress.Stopped(fault);
        }
    }

    /// <summary>Before anything is made: what is wrong with the command is mended by typing it again.</summary>
    private void WarnOfEncodings(BatchOptions options, string source)
    {
        var suspects = SourceReader.Suspects(source, options.Source, renderer.Forms, options.Edition);
        if (!parsed.GetValue(session.Options.Quiet))
            EncodingWarning.Tell(session, suspects, withExamples: false);
    }

    private void RequireFolder(string folder, bool resume)
    {
        if (File.Exists(folder))
            throw new UsageException([$"Nơi ghi kết quả \"{folder}\" không phải là thư mục."], command);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        if (!Directory.Exists(Path.Combine(folder, BatchSettings.SingleFolderState)))
            throw new UsageException([$"Thư mục \"{folder}\" không trống; hãy chọn thư mục khác."], command);
        if (!resume)
        {
            throw new UsageException(
                [$"Thư mục \"{folder}\" có một lần chạy trước; thêm --resume để chạy tiếp, hoặc chọn thư mục khác."],
                command);
        }
    }

    /// <summary>Another source or other options would mix two batches in one folder.</summary>
    private async Task RequireSameAsync(BatchStatus before, BatchOptions options, string source)
    {
        if (await BatchService.InputSumAsync(options, source, session.Stop) != before.InputSha256)
        {
            throw new UsageException(
                ["Nguồn hoặc tùy chọn khác lần chạy trước; hãy dùng đúng như trước, hoặc chọn thư mục khác."], command);
        }

        if (!before.IsOwnProgram && before.State != BatchState.Done)
            throw new UsageException([Problems.FoundInBatch.OtherProgram().Detail], command);
    }
}
