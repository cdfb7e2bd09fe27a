using System.Data.Common;
using System.Reflection;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Batch.Work.Rendering;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>Puts batches into the service: it takes them in and, unless told otherwise, works on them too.</summary>
internal static class BatchApi
{
    /// <exception cref="BadSettingsException">The configuration is wrong.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var folders = EngineFolders.Of(builder.Configuration);
        builder.Services.AddBatches(
            BatchConfiguration.Read(builder.Configuration),
            ProgramIdentity.Of(folders.FormTemplates, folders.Fonts),
            Child(folders));
        builder.Services.AddSingleton<KeysInUse>();
        builder.Services.AddSingleton<StatusEvents>();
    }

    /// <returns>Why the data folder cannot be used, as a Vietnamese sentence; null where it can.</returns>
    public static async Task<string?> FaultAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<BatchService>().PrepareAsync(app.Lifetime.ApplicationStopping);
            return null;
        }
        catch (Exception e)
            when (e is FolderInUseException or IOException or UnauthorizedAccessException or DbException)
        {
            return $"Không dùng được nơi lưu của các lô ({BatchConfiguration.Section}): {e.Message}";
        }
    }

    /// <summary>This process was started by the one that serves, for a record that may have ended one.</summary>
    public static int ServeChild(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        RenderChild.Serve(ApiHost.LoadEngine(configuration), input, output);
        return ExitCode.Done;
    }

    /// <summary>This program again, by another verb.</summary>
    private static ChildCommand Child(EngineFolders folders)
    {
        string[] verb = [RenderChild.Verb, $"--FormTemplates={folders.FormTemplates}", $"--Fonts={folders.Fonts}"];
        var program = Environment.ProcessPath!;
        var assembly = Assembly.GetExecutingAssembly().Location;

        // In a single file there is no assembly beside the program.
        return assembly.Length > 0 && Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new ChildCommand(program, [assembly, .. verb])
            : new ChildCommand(program, verb);
    }
}
