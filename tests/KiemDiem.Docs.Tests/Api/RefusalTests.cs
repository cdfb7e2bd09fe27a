using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Api;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace KiemDiem.Docs.Tests.Api;

public sealed class RefusalTests(ApiService service) : IClassFixture<ApiService>
{
    private const string Docx = $"/v1/forms/{ApiService.Form}.docx";

    [Fact]
    public async Task Json_that_breaks_off_is_400_with_line_and_column()
    {
        var problem = await RefusedAsync(400, service.PostAsync(Docx, "{\n  \"hoTen\": }"));

        Assert.Equal("JSON không đúng cú pháp ở dòng 2, cột 12.", (string?)problem["detail"]);
        Assert.Equal(
            """
            [{"pointer":"","code":"malformedJson","detail":"JSON không đúng cú pháp ở dòng 2, cột 12.",
            "line":2,"column":12}]
            """.ReplaceLineEndings(string.Empty),
            Text(problem["errors"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_body_is_400(string body)
    {
        var problem = await RefusedAsync(400, service.PostAsync(Docx, body));

        Assert.NotEmpty((string)problem["detail"]!);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("png")]
    public async Task Problems_of_a_record_are_422_all_at_once_with_their_places(string extension)
    {
        var problem = await RefusedAsync(422, service.PostAsync(
            $"/v1/forms/{ApiService.Form}.{extension}",
            """{"namKiemDiem": 2022, "hoTenn": "x", "tuTuongChinhTri": ["a", 1], "a/b~c": 1}"""));

        Assert.Equal(
            ["/hoTenn unknownKey", "/tuTuongChinhTri/1 wrongType", "/a~1b~0c unknownKey"],
            problem["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}"));
        Assert.Contains("hoTen", (string?)problem["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_without_edition_is_422_that_lists_those_there_are()
    {
        var problem = await RefusedAsync(422, service.PostAsync(Docx, """{"ngayLap": "1999-01-01"}"""));

        Assert.Equal("/ngayLap", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Contains("2019 (từ 18/10/2019", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edition=1999", "unknownEdition")]
    [InlineData("editon=2019", "unknownParameter")]
    [InlineData("edition=2019&edition=2019", "duplicateParameter")]
    [InlineData("page=0", "badNumber")]
    [InlineData("page=mot", "badNumber")]
    [InlineData("page=99999999999", "badNumber")]
    [InlineData("page=999", "noSuchPage")]
    [InlineData("dpi=301", "badNumber")]
    [InlineData("dpi=-1", "badNumber")]
    public async Task A_bad_parameter_is_422_that_names_it(string query, string code)
    {
        var problem = await RefusedAsync(422, service.PostAsync($"/v1/forms/{ApiService.Form}.png?{query}", "{}"));

        Assert.Equal(code, (string?)problem["errors"]![0]!["code"]);
        Assert.Equal(query.Split('=')[0], (string?)problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task Bad_parameters_are_told_all_at_once()
    {
        var problem = await RefusedAsync(
            422, service.PostAsync($"/v1/forms/{ApiService.Form}.png?page=0&dpi=1&edition=x", "{}"));

        Assert.Equal(3, problem["errors"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("POST", "/v1/forms/ban-kiem-diem.docx")]
    [InlineData("POST", "/v1/forms/ban-kiem-diem/check")]
    [InlineData("GET", "/v1/forms/ban-kiem-diem")]
    [InlineData("GET", "/v1/forms/ban-kiem-diem/schema")]
    [InlineData("DELETE", "/v1/forms/ban-kiem-diem")]
    public async Task An_unknown_form_is_404_that_lists_those_there_are(string method, string path)
    {
        var problem = await RefusedAsync(404, SendAsync(method, path));

        Assert.Equal("unknownForm", (string?)problem["errors"]![0]!["code"]);
        Assert.Contains("ban-kiem-diem-ca-nhan, bao-cao", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/v2/forms")]
    [InlineData("GET", "/swagger/no-such-file.js")]
    [InlineData("GET", "/openapi/v9.json")]
    [InlineData("POST", "/v1/forms/ban-kiem-diem-ca-nhan.odt")]
    [InlineData("GET", "/v1/forms/ban-kiem-diem-ca-nhan/print")]
    [InlineData("GET", "/v1/forms/../../etc/passwd")]
    public async Task An_unknown_address_is_404(string method, string path) =>
        await RefusedAsync(404, SendAsync(method, path));

    [Theory]
    [InlineData("GET", "/v1/forms/ban-kiem-diem-ca-nhan.docx", "POST")]
    [InlineData("PUT", "/v1/forms/ban-kiem-diem-ca-nhan.pdf", "POST")]
    [InlineData("GET", "/v1/forms/ban-kiem-diem-ca-nhan/check", "POST")]
    [InlineData("POST", "/v1/forms", "GET")]
    [InlineData("POST", "/v1/forms/ban-kiem-diem-ca-nhan", "GET")]
    public async Task A_wrong_method_is_405_that_names_the_right_one(string method, string path, string allowed)
    {
        using var response = await SendAsync(method, path);
        var problem = await RefusedAsync(405, Task.FromResult(response));

        Assert.Equal([allowed], response.Content.Headers.Allow);
        Assert.Contains(allowed, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_wrong_content_type_is_415(string? contentType)
    {
        var problem = await RefusedAsync(415, service.PostAsync(Docx, "{}"u8.ToArray(), contentType));

        Assert.Equal("wrongContentType", (string?)problem["errors"]![0]!["code"]);
    }

    [Theory]
    [InlineData("application/json; charset=windows-1258")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=no-such-charset")]
    public async Task Another_charset_than_utf_8_is_415(string contentType)
    {
        var problem = await RefusedAsync(415, service.PostAsync(Docx, "{}"u8.ToArray(), contentType));

        Assert.Equal("wrongCharset", (string?)problem["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B]);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        await RefusedAsync(415, service.SendAsync(Docx, content));
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_413()
    {
        var problem = await RefusedAsync(413, service.PostAsync(Docx, "{}".PadRight(Limits.RecordBytes + 1)));

        Assert.Contains("1.048.576", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_that_grows_too_large_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Docx)
        {
            Content = new StringContent("{}".PadRight(Limits.RecordBytes + 1), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        await RefusedAsync(413, service.Client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_own_fault_is_500_and_tells_nothing()
    {
        const string Telltale = "Đặng Thị Bí Mật";
        using var broken = new ApiService();
        broken.Services.GetRequiredService<RenderQueue>().Dispose();

        var problem = await RefusedAsync(500, broken.PostAsync(Docx, $$"""{"hoTen": "{{Telltale}}"}"""));

        Assert.Equal("ownFault", (string?)problem["errors"]![0]!["code"]);
        Assert.DoesNotContain("Exception", Text(problem), StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", Text(problem), StringComparison.Ordinal);
        Assert.Contains(broken.Log, line => line.StartsWith("Own fault ObjectDisposed", StringComparison.Ordinal));
        Assert.DoesNotContain(broken.Log, line => line.Contains(Telltale, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_finds_the_queue_full_is_sent_away()
    {
        using var queue = new RenderQueue(atOnce: 1, waiting: 0);

        var end = TestContext.Current.CancellationToken;

        var inner = await queue.RunAsync(() => queue.RunAsync(() => 1, end), end);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => inner);
        Assert.Equal(503, refused.Refusal.Status);
    }

    private static async Task<JsonNode> RefusedAsync(int status, Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var problem = await ApiService.JsonAsync(response);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(ApiService.ProblemType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(status, (int)problem["status"]!);
        Assert.Equal("about:blank", (string?)problem["type"]);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.NotEmpty(problem["errors"]!.AsArray());
        return problem;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Text(JsonNode json) => json.ToJsonString(
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
