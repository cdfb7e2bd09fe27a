using System.Net;
using System.Security.Cryptography;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>What is the same need not be sent again (RFC 9110, 8.8.3 and 13.1.2).</summary>
public sealed class TagTests(ApiService service) : IClassFixture<ApiService>
{
    private const string Docx = $"/v1/forms/{ApiService.Form}.docx";
    private const string Check = $"/v1/forms/{ApiService.Form}/check";
    private const string Other = "\"0000000000000000000000000000000000000000000000000000000000000000\"";

    public static TheoryData<string> Gets =>
    [
        "/v1/forms", $"/v1/forms/{ApiService.Form}", $"/v1/forms/{ApiService.Form}/schema",
        $"/v1/forms/{ApiService.Form}/sample", $"/v1/forms/{ApiService.Form}/sample?blank=true",
    ];

    public static TheoryData<string> Posts =>
    [
        Docx, $"/v1/forms/{ApiService.Form}.pdf", $"/v1/forms/{ApiService.Form}.png?page=2", Check,
    ];

    [Theory]
    [MemberData(nameof(Gets))]
    [MemberData(nameof(Posts))]
    public async Task The_tag_is_the_SHA_256_of_the_bytes_and_spares_sending_them_again(string path)
    {
        using var response = await SendAsync(path);
        var bytes = await ApiService.BytesAsync(response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(tag, response.Headers.GetValues("ETag").Single());
        foreach (var known in (string[])[tag, $"W/{tag}", $"{Other}, {tag}", "*"])
        {
            using var again = await SendAsync(path, known);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await ApiService.BytesAsync(again));
            Assert.Equal(tag, again.Headers.GetValues("ETag").Single());
            Assert.Equal(response.Headers.CacheControl, again.Headers.CacheControl);
            Assert.Null(again.Content.Headers.ContentDisposition);
        }
    }

    [Theory]
    [InlineData(Other)]
    [InlineData("W/" + Other)]
    [InlineData("no tag at all")]
    public async Task Another_tag_gets_the_file(string known)
    {
        using var response = await SendAsync(Docx, known);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await ApiService.BytesAsync(response));
    }

    [Fact]
    public async Task A_record_with_problems_is_refused_whatever_the_caller_knows()
    {
        using var request = Request(Docx, "*");
        request.Content = new StringContent(
            """{"hoTenn": "x"}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.False(response.Headers.Contains("ETag"));
    }

    [Fact]
    public async Task The_proof_stands_in_a_header()
    {
        using var response = await SendAsync($"/v1/forms/{ApiService.Form}.pdf");
        var sum = response.Headers.ETag!.Tag.Trim('"');

        Assert.Matches(
            $"^sha256={sum}; pages=\\d+; checks=words,glyphs,overflow,structure,conformance$",
            response.Headers.GetValues("KiemDiem-Proof").Single());
    }

    [Theory]
    [InlineData("2022-12-02")]
    [InlineData("2022-12-02T23:30:00%2B07:00")]
    [InlineData("2022-12-02T00:10Z")]
    public async Task The_caller_s_date_stands_in_for_that_of_the_record(string thoiDiem)
    {
        using var told = await service.PostAsync($"/v1/forms/{ApiService.Form}.pdf?thoiDiem={thoiDiem}", "{}");

        var pdf = System.Text.Encoding.Latin1.GetString(await ApiService.BytesAsync(told));
        Assert.Contains("/CreationDate(D:20221202000000Z)", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-02-30")]
    [InlineData("02/12/2022")]
    [InlineData("1979-12-31")]
    [InlineData("2108-01-01")]
    public async Task A_date_that_is_none_is_refused(string thoiDiem)
    {
        using var response = await service.PostAsync($"{Docx}?thoiDiem={thoiDiem}", "{}");
        var error = (await ApiService.JsonAsync(response))["errors"]![0]!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(("thoiDiem", "badDate"), ((string?)error["parameter"], (string?)error["code"]));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? known = null)
    {
        using var request = Request(path, known);
        return await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private HttpRequestMessage Request(string path, string? known)
    {
        var isPost = path.EndsWith("check", StringComparison.Ordinal) || path.Contains('.', StringComparison.Ordinal);
        var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, path);
        if (isPost)
            request.Content = new StringContent(service.Filled(), System.Text.Encoding.UTF8, "application/json");
        if (known is not null)
            Assert.True(request.Headers.TryAddWithoutValidation("If-None-Match", known));
        return request;
    }
}
