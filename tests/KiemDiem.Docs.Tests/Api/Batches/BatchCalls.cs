using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Api.Batches;

/// <summary>What a caller does with batches.</summary>
internal static class BatchCalls
{
    public const string Path = "/v1/batches";
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Small chunks and no waiting for the disk, so that little work shows what much work does.</summary>
    public static readonly Dictionary<string, string> Quick = new()
    {
        ["KiemDiem:Batch:ChunkRecords"] = "10",
        ["KiemDiem:Batch:SurvivesPowerCut"] = "false",
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static ApiService Service(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(Quick);
        foreach (var (name, value) in settings)
            all[$"KiemDiem:Batch:{name}"] = value;
        return new ApiService(Repository.FormTemplates, settings: all);
    }

    /// <summary>One record a line.</summary>
    /// <param name="count">How many.</param>
    /// <param name="wrong">The numbers, from 1, of those with a field that does not exist.</param>
    public static string Records(int count, params int[] wrong) => string.Concat(Enumerable.Range(1, count).Select(i =>
        $$"""{"form": "{{ApiService.Form}}", "hoTen": "Nguyễn Văn {{i}}", "namKiemDiem": 2022"""
        + (wrong.Contains(i) ? ", \"hoTenn\": \"x\"}\n" : "}\n")));

    public static Task<HttpResponseMessage> SubmitAsync(
        this ApiService service, string records, string query = "", string? key = null, string type = Ndjson)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path + query)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(records)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return service.Client.SendAsync(request, Cancelled);
    }

    /// <returns>The address of the batch.</returns>
    public static async Task<string> BeginAsync(this ApiService service, string records, string query = "")
    {
        using var response = await service.SubmitAsync(records, query);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    public static async Task<JsonNode> StatusAsync(this ApiService service, string address)
    {
        using var response = await service.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ApiService.JsonAsync(response);
    }

    public static Task<JsonNode> EndAsync(this ApiService service, string address) =>
        service.UntilAsync(address, status => (string?)status["state"] is "done" or "cancelled" or "attention");

    /// <summary>Waits for as long as something is done: a busy machine is slow, not wrong.</summary>
    public static async Task<JsonNode> UntilAsync(this ApiService service, string address, Func<JsonNode, bool> wanted)
    {
        var (done, tries) = (-1, 0);
        while (true)
        {
            var status = await service.StatusAsync(address);
            if (wanted(status))
                return status;
            tries = (int)status["done"]! == done ? tries + 1 : 0;
            done = (int)status["done"]!;
            Assert.True(tries < 400, status.ToJsonString());
            await Task.Delay(100, Cancelled);
        }
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage response)
    {
        Assert.Equal(ApiService.ProblemType, response.Content.Headers.ContentType?.MediaType);
        return (string)(await ApiService.JsonAsync(response))["errors"]![0]!["code"]!;
    }

    /// <summary>A form as a browser sends it.</summary>
    public static MultipartFormDataContent Form(params (string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent("ranh-gioi");
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "files", name);
        return form;
    }
}
