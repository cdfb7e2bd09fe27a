using System.CommandLine;
using System.Data.Common;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Cli.Batches;
using KiemDiem.Docs.Cli.Usage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>worker: works on batches that others take in, until it is told to stop.</summary>
internal sealed class WorkerCommand : Command
{
    private readonly Option<string> configuration = new("--config")
    {
        HelpName = "TỆP-JSON",
        Description = "Tệp cấu hình, như appsettings.json của dịch vụ; biến môi trường KiemDiem__… được ưu tiên hơn.",
    };

    private static readonly TimeSpan DatabasePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly Session session;

    public WorkerCommand(Session session)
        : base("worker", "Làm các lô cùng với những máy khác (PostgreSQL và nơi lưu dùng chung).")
    {
        this.session = session;
        Add(configuration);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var settings = ReadSettings(parsed.GetValue(configuration), command);
        var renderer = session.LoadRenderer(parsed);
        var installed = new EngineFolders(
            parsed.GetValue(session.Options.FormTemplates)!, parsed.GetValue(session.Options.Fonts)!);
        var withLog = !parsed.GetValue(session.Options.Quiet);
        using var host = await StartAsync(() => BatchHost.Build(renderer, installed, withLog, settings), command);
        try
        {
            await Task.Delay(Timeout.Infinite, session.Stop);
        }
        catch (OperationCanceledException)
        {
            // The usual end of a worker: what it was doing is given back.
        }

        await host.EndAsync();
        return ExitCode.Done;
    }

    /// <summary>A database that is just being started is waited for, but not one that says no.</summary>
    private async Task<IHost> StartAsync(Func<IHost> build, string command)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var host = build();
            try
            {
                await host.Services.GetRequiredService<BatchService>().PrepareAsync(session.Stop);
                await host.StartAsync(session.Stop);
                return host;
            }
            catch (Exception e) when (e is FolderInUseException || DatabaseFault(e) is not null)
            {
                host.Dispose();
                var passes = DatabaseFault(e) is { IsTransient: true }
                    && TimeProvider.System.GetElapsedTime(since) < DatabasePatience;
                if (!passes)
                    throw new UsageException([$"Không dùng được nơi lưu của các lô: {e.Message}"], command);
            }

            await Task.Delay(BetweenTries, session.Stop);
        }
    }

    /// <summary>The queue wraps what it met.</summary>
    private static DbException? DatabaseFault(Exception? e) =>
        e is null ? null : e as DbException ?? DatabaseFault(e.InnerException);

    private static BatchSettings ReadSettings(string? file, string command)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (file is not null)
                builder.AddJsonFile(Path.GetFullPath(file));
            var settings = BatchConfiguration.Read(builder.AddEnvironmentVariables().Build());
            return settings with { Role = BatchRole.Worker };
        }
        catch (BadSettingsException e)
        {
            throw new UsageException([e.Message], command);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw new UsageException([$"Tệp cấu hình \"{file}\" không có hoặc không phải JSON."], command);
        }
    }
}
