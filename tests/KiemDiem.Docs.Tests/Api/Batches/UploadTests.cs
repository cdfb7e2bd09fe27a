using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace KiemDiem.Docs.Tests.Api.Batches;

/// <summary>What comes in: in every way that a source may come, and in those that it may not.</summary>
public sealed class UploadTests(UploadTests.Shared shared) : IClassFixture<UploadTests.Shared>
{
    private readonly ApiService service = shared.Service;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Bodies => new()
    {
        { BatchCalls.Ndjson, BatchCalls.Records(3) },
        { "application/jsonl", BatchCalls.Records(3) },
        { "application/json; charset=utf-8", $"[{BatchCalls.Records(3).TrimEnd().Replace("\n", ",\n")}]" },
        { "text/csv", "form,hoTen\nban-kiem-diem-ca-nhan,A\nban-kiem-diem-ca-nhan,B\nban-kiem-diem-ca-nhan,C\n" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_may_be_all_source(string type, string records)
    {
        using var response = await service.SubmitAsync(records, type: type);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);

        var status = await service.EndAsync(response.Headers.Location!.ToString());

        Assert.Equal(3, (int)status["done"]!);
    }

    [Fact]
    public async Task A_form_may_bring_several_files_and_options_in_any_order()
    {
        var form = BatchCalls.Form(("một.ndjson", BatchCalls.Records(2)));
        form.Add(new StringContent("""{"format": ["docx"], "zip": 10}"""), "options");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(BatchCalls.Records(3, wrong: 2))), "files", "hai.jsonl");
        using var response = await service.SendAsync(BatchCalls.Path, form);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);

        var status = await service.EndAsync(response.Headers.Location!.ToString());

        Assert.Equal((4, 1), ((int)status["done"]!, (int)status["failed"]!));
        var failed = status["problems"]!["items"]![0]!;
        Assert.Equal(("hai.jsonl", 2), ((string?)failed["file"], (int)failed["line"]!));
        using var manifest = await service.GetAsync((string)status["links"]!["manifest"]!);
        Assert.Contains(".docx", await manifest.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_known_ending_is_known_by_its_type()
    {
        var form = new MultipartFormDataContent("ranh-gioi");
        var file = new StringContent(BatchCalls.Records(1));
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(BatchCalls.Ndjson);
        form.Add(file, "files", "dữ liệu");
        using var response = await service.SendAsync(BatchCalls.Path, form);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    public static TheoryData<string, string[], string, HttpStatusCode> Forms => new()
    {
        { "no file", [], "emptyBody", HttpStatusCode.BadRequest },
        { "another kind of file", ["a.ndjson", "bí mật.docx"], "unknownFileType", HttpStatusCode.UnprocessableEntity },
        { "two of one name", ["a.ndjson", "thư mục\\A.ndjson"], "sameFileName", HttpStatusCode.UnprocessableEntity },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_makes_no_source_is_refused(
        string what, string[] files, string code, HttpStatusCode status)
    {
        var form = BatchCalls.Form([.. files.Select(name => (name, BatchCalls.Records(1)))]);
        if (files.Length == 0)
            form.Add(new StringContent("{}"), "options");
        using var response = await service.SendAsync(BatchCalls.Path, form);

        Assert.True(status == response.StatusCode, what);
        Assert.Equal(code, await BatchCalls.CodeOfAsync(response));
        var answer = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.DoesNotContain("bí mật", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("options", "{\"form\":", "optionsNotJson")]
    [InlineData("options", "[]", "optionsNotJson")]
    [InlineData("options", "{\"fromat\": \"pdf\"}", "unknownOption")]
    [InlineData("mau", "x", "unknownField")]
    public async Task A_form_with_options_that_are_none_is_refused(string field, string content, string code)
    {
        var form = BatchCalls.Form(("a.ndjson", BatchCalls.Records(1)));
        form.Add(new StringContent(content), field);
        using var response = await service.SendAsync(BatchCalls.Path, form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(code, await BatchCalls.CodeOfAsync(response));
    }

    [Theory]
    [InlineData("application/pdf", "wrongContentType")]
    [InlineData("text/csv; charset=windows-1258", "wrongCharset")]
    public async Task Another_type_is_refused(string type, string code)
    {
        using var response = await service.SubmitAsync("x", type: type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(code, await BatchCalls.CodeOfAsync(response));
    }

    [Fact]
    public async Task An_empty_body_is_refused()
    {
        using var response = await service.SubmitAsync("");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("emptyBody", await BatchCalls.CodeOfAsync(response));
    }

    [Fact]
    public async Task A_form_that_ends_too_early_is_refused()
    {
        const string Cut = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.ndjson\"\r\n\r\n{}\n";
        using var response = await service.SubmitAsync(Cut, type: "multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("unreadable", await BatchCalls.CodeOfAsync(response));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Accepted)]
    [InlineData("none", HttpStatusCode.Accepted)]
    public async Task A_page_from_elsewhere_cannot_hand_in_a_batch_by_a_clerks_browser(
        string site, HttpStatusCode status)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, BatchCalls.Path)
        {
            Content = BatchCalls.Form(("a.ndjson", BatchCalls.Records(1))),
        };
        request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await service.Client.SendAsync(request, Cancelled);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("?fromat=pdf", "unknownParameter")]
    [InlineData("?format=odt", "badFormat")]
    public async Task What_is_wrong_on_the_address_is_told_before_the_source_has_come(string query, string code)
    {
        // By hand: HttpClient would wait until all is sent.
        using var tcp = new TcpClient(service.Address.Host, service.Address.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST {BatchCalls.Path}{query} HTTP/1.1\r\nHost: localhost\r\n"
                + $"Content-Type: {BatchCalls.Ndjson}\r\nContent-Length: 1000000\r\n\r\n"),
            Cancelled);
        using var answer = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 422", await answer.ReadLineAsync(Cancelled), StringComparison.Ordinal);
        while (await answer.ReadLineAsync(Cancelled) is { Length: > 0 })
        {
            // Headers.
        }

        await answer.ReadLineAsync(Cancelled); // The length of the chunk.
        Assert.Contains(code, await answer.ReadLineAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/manifest")]
    [InlineData("/errors")]
    [InlineData("/files.zip")]
    public async Task A_batch_that_is_not_there_is_told_as_such(string rest)
    {
        foreach (var id in new[] { "khong-co", "..%2f..%2fetc", "%C4%91%E1%BB%A3t", new string('a', 65) })
        {
            using var response = await service.GetAsync($"{BatchCalls.Path}/{id}{rest}");

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("unknownBatch", await BatchCalls.CodeOfAsync(response));
        }
    }

    [Fact]
    public async Task A_batch_that_is_not_there_can_neither_be_stopped_nor_go_on()
    {
        using var stopped = await service.Client.DeleteAsync($"{BatchCalls.Path}/khong-co", Cancelled);
        using var resumed = await service.SendAsync($"{BatchCalls.Path}/khong-co/resume", new StringContent(""));

        Assert.Equal("unknownBatch", await BatchCalls.CodeOfAsync(stopped));
        Assert.Equal("unknownBatch", await BatchCalls.CodeOfAsync(resumed));
    }

    [Fact]
    public async Task No_name_of_a_file_or_field_reaches_the_log()
    {
        const string Telltale = "Hồ Thị Không Ai Biết";
        var record = $$"""{"form": "{{ApiService.Form}}", "hoTen": "{{Telltale}}", "chiBo": 1}""" + "\n{\"x\n";
        using var response = await service.SendAsync(BatchCalls.Path, BatchCalls.Form(($"{Telltale}.ndjson", record)));
        using var refused = await service.SendAsync(BatchCalls.Path, BatchCalls.Form(($"{Telltale}.doc", record)));
        var address = response.Headers.Location!.ToString();
        await service.EndAsync(address);
        foreach (var rest in new[] { "/events", "/manifest", "/errors", "/files.zip" })
            (await service.GetAsync(address + rest)).Dispose();

        foreach (var spelling in new[] { Telltale, Uri.EscapeDataString(Telltale), "Không-Ai-Biết" })
            Assert.DoesNotContain(service.Log, line => line.Contains(spelling, StringComparison.Ordinal));
    }

    public sealed class Shared : IDisposable
    {
        public ApiService Service { get; } = BatchCalls.Service();

        public void Dispose() => Service.Dispose();
    }
}
