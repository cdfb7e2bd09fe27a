using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Routes;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Forms;
using Microsoft.Extensions.Configuration.Memory;

namespace KiemDiem.Docs.Api;

/// <summary>Puts the service together: settings, services, the way a request takes, routes.</summary>
internal static class ApiHost
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>An exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        if (args is [RenderChild.Verb, .. var rest])
            return BatchApi.ServeChild(rest);
        var builder = WebApplication.CreateSlimBuilder(args);
        try
        {
            Configure(builder);
            builder.Services.AddSingleton(LoadEngine(builder.Configuration));
            BatchApi.Add(builder);
        }
        catch (BadSettingsException e)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is BrokenDefinitionException or InvalidDataException or IOException
            or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCode.BrokenTemplates;
        }

        try
        {
            await using var app = builder.Build();
            Map(app);
            if (await BatchApi.FaultAsync(app) is { } fault)
            {
                await errors.WriteLineAsync(fault);
                return ExitCode.Usage;
            }

            await app.RunAsync();
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            // Kestrel's way of saying that the address is taken or not this machine's.
            await errors.WriteLineAsync($"Không mở được cổng để phục vụ: {e.Message}");
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // Kestrel's ways of saying that --urls is no address, or that an https address has no certificate.
            await errors.WriteLineAsync($"Địa chỉ phục vụ (--urls) không dùng được: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        ListenOnLoopbackUnlessTold(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseKestrelHttpsConfiguration();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));

        // Only defaults: the usual Logging section of the configuration speaks later and wins.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
                new("Logging:LogLevel:Quartz", "Warning"),

                // They tell the whole of a fault, in whose message a value may stand; the batch worker tells its kind.
                new("Logging:LogLevel:Quartz.Core.JobRunShell", "None"),
                new("Logging:LogLevel:Quartz.Core.ErrorLogger", "None"),

                // It would tell a taken port as a stack trace; RunAsync tells it as a sentence.
                new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None"),
            ],
        });
        builder.Services.AddSingleton(_ => RenderQueue.ForThisMachine());
        builder.Services.AddApiDocument();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
    }

    /// <summary>Records hold personal data: nobody but this machine is served before somebody decides so.</summary>
    private static void ListenOnLoopbackUnlessTold(WebApplicationBuilder builder)
    {
        string[] ways = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (ways.All(way => string.IsNullOrEmpty(builder.Configuration[way])))
            builder.WebHost.UseUrls(DefaultUrl);
    }

    public static FormRenderer LoadEngine(IConfiguration configuration)
    {
        var folders = EngineFolders.Of(configuration);
        return FormRenderer.Load(folders.FormTemplates, folders.Fonts);
    }

    private static void Map(WebApplication app)
    {
        var forms = app.Services.GetRequiredService<FormRenderer>().Forms;
        app.UseMiddleware<SafeAnswers>();
        app.UseMiddleware<RefusalMiddleware>();
        app.UseSwaggerPage();

        // Said here, or it would come first of all, where nobody catches what goes wrong in it.
        app.UseRouting();

        app.MapSwaggerPage();
        app.MapOpenApi("/openapi/v1.json");
        app.MapGet("/", () => Results.Redirect(SwaggerPage.Path)).ExcludeFromDescription();
        app.MapGet("/health", () => Results.Text("ok")).ExcludeFromDescription();
        foreach (var form in forms.FormIds)
        {
            RenderRoutes.Map(app, forms.EditionsOf(form));
            FormRoutes.Map(app, forms.EditionsOf(form));
        }

        FormRoutes.MapList(app, forms);
        ExtractRoutes.Map(app);
        BatchRoutes.Map(app);
        DownloadRoutes.Map(app);
    }
}
