using System.Reflection;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>The batch engine in this process.</summary>
internal static class BatchHost
{
    /// <summary>For one batch in one folder, with its state below.</summary>
    public static IHost ForFolder(FormRenderer renderer, EngineFolders installed, string folder, int jobs, bool verbose) =>
        Build(renderer, installed, verbose, new BatchSettings
        {
            DataDir = Path.Combine(folder, BatchSettings.SingleFolderState),
            Storage = new StorageSettings { Root = folder },
            Workers = jobs,
            IsSingleFolder = true,
        });

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
}

/// <summary>Where definitions and fonts are.</summary>
internal sealed record EngineFolders(string FormTemplates, string Fonts);
