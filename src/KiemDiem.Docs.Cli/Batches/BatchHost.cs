using System.Reflection;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>The batch engine in this process.</summary>
internal static class BatchHost
{
    /// <summary>Work that is interrupted ends at once, unless a full disk keeps it from being written down.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    /// <summary>For one batch in one folder, with its state below.</summary>
    public static IHost ForFolder(
        FormRenderer renderer, EngineFolders installed, string folder, int jobs, bool verbose) =>
        Build(renderer, installed, verbose, new BatchSettings
        {
            DataDir = Path.Combine(folder, BatchSettings.SingleFolderState),
            Storage = new StorageSettings { Root = folder },
            Workers = jobs,
            IsSingleFolder = true,
        });

    /// <summary>What could not be ended in time is ended by the end of the process; the next one knows of it.</summary>
    public static async Task EndAsync(this IHost host)
    {
        try
        {
            await host.StopAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is OperationCanceledException or AggregateException)
        {
            // Nothing depends on a good end.
        }
    }

    public static IHost Build(FormRenderer renderer, EngineFolders installed, bool withLog, BatchSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (withLog)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            builder.Logging.AddFilter("Quartz", LogLevel.Warning);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        // The program hears its signals itself; and a host that speaks of itself names folders.
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestEnd);
        builder.Services.AddSingleton(renderer);
        builder.Services.AddBatches(
            settings, ProgramIdentity.Of(installed.FormTemplates, installed.Fonts), Child(installed));
        return builder.Build();
    }

    /// <summary>This program again, by another verb.</summary>
    private static ChildCommand Child(EngineFolders installed)
    {
        string[] verb =
        [
            RenderChild.Verb, "--form-templates", installed.FormTemplates, "--fonts", installed.Fonts,
        ];
        var program = Environment.ProcessPath!;
        var isShared = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new ChildCommand(program, isShared ? [Assembly.GetExecutingAssembly().Location, .. verb] : verb);
    }

    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Where definitions and fonts are.</summary>
internal sealed record EngineFolders(string FormTemplates, string Fonts);
