using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Api;
using KiemDiem.Docs.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>The real service on a real server, on a free port of this machine, with all that it logs kept.</summary>
public sealed class ApiService : IDisposable
{
    internal const string Form = "ban-kiem-diem-ca-nhan";
    internal const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    internal const string ProblemType = "application/problem+json";

    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly Factory factory;
    private readonly TempFolder? data;

    public ApiService()
        : this(Path.Combine(AppContext.BaseDirectory, "form-templates"))
    {
    }

    /// <param name="formTemplates">The folder of definitions.</param>
    /// <param name="renderer">In place of the one of these definitions.</param>
    /// <param name="settings">Of the configuration.</param>
    /// <param name="dataDir">Where batches are kept; null for a folder of its own, gone with it.</param>
    internal ApiService(
        string formTemplates,
        FormRenderer? renderer = null,
        IReadOnlyDictionary<string, string>? settings = null,
        string? dataDir = null)
    {
        data = dataDir is null ? new TempFolder() : null;
        factory = new Factory(formTemplates, renderer, new Dictionary<string, string>(settings ?? NoSettings)
        {
            ["KiemDiem:Batch:DataDir"] = dataDir ?? data!.Path,
        });
        factory.UseKestrel();
        factory.StartServer();
        Client = factory.CreateClient();
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => factory.Services;

    /// <summary>Every line so far, at every level.</summary>
    public IReadOnlyCollection<string> Log => factory.Log.Lines;

    internal FormRenderer Renderer => Services.GetRequiredService<FormRenderer>();

    public void Dispose()
    {
        factory.Dispose();
        data?.Dispose();
    }

    internal Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(path, TestContext.Current.CancellationToken);

    internal Task<HttpResponseMessage> PostAsync(string path, string json) =>
        SendAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    internal Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(path, content);
    }

    internal Task<HttpResponseMessage> SendAsync(string path, HttpContent content) =>
        Client.PostAsync(path, content, TestContext.Current.CancellationToken);

    internal string Filled(string form = Form) =>
        KiemDiem.Docs.Forms.RecordSample.Filled(Renderer.Forms.EditionsOf(form)[^1]).ToJsonString();

    internal static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    internal static Task<byte[]> BytesAsync(HttpResponseMessage response) =>
        response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private sealed class Factory(
        string formTemplates, FormRenderer? renderer, IReadOnlyDictionary<string, string> settings)
        : WebApplicationFactory<RenderQueue>
    {
        public KeptLog Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder) => settings
            .Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value))
            .UseSetting("FormTemplates", formTemplates)

            // Not by UseKestrel(port): that sets the address while the service is already starting.
            .UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0")
            .ConfigureTestServices(services =>
            {
                if (renderer is not null)
                    services.AddSingleton(renderer);
            })
            .ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(Log);
                logging.AddFilter(null, LogLevel.Trace).AddFilter("Microsoft.AspNetCore", LogLevel.Trace);
            });
    }
}
