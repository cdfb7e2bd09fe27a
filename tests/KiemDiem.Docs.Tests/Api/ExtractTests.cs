using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>A file goes in, the record that it was made from comes out.</summary>
public sealed class ExtractTests(ApiService service) : IClassFixture<ApiService>
{
    private const string Path = "/v1/extract";
    private const string Telltale = "Hồ Thị Không Ai Biết";

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    [InlineData("APPLICATION/PDF; x=y")]
    public async Task A_PDF_of_ours_gives_its_record_back(string contentType)
    {
        using var response = await service.PostAsync(Path, await PdfAsync(), contentType);

        await AssertFilledAsync(response);
    }

    [Fact]
    public async Task A_form_of_a_browser_brings_the_file_too()
    {
        using var form = Form(("file", "an.pdf", await PdfAsync()));
        form.Add(new StringContent("x"), "note");
        using var response = await service.SendAsync(Path, form);

        await AssertFilledAsync(response);
    }

    [Fact]
    public async Task An_edited_Word_file_gives_what_now_stands_in_it_and_tells_what_was_edited()
    {
        using var rendered = await service.PostAsync($"/v1/forms/{ApiService.Form}.docx", service.Filled());
        var edited = DocxText.WithPart(
            await ApiService.BytesAsync(rendered),
            "word/document.xml",
            xml => xml.Replace("Nguyễn Văn An", "Trần Thị Bình", StringComparison.Ordinal));

        using var response = await service.PostAsync(Path, edited, ApiService.DocxType);

        var answer = await ApiService.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Trần Thị Bình", (string?)answer["record"]!["hoTen"]);
        Assert.Contains("/hoTen", answer["edited"]!.AsArray().Select(pointer => (string?)pointer));
        Assert.Empty(answer["problems"]!.AsArray());
    }

    [Fact]
    public async Task What_comes_out_can_be_sent_in_again_and_gives_the_same_file()
    {
        var pdf = await PdfAsync();
        using var extracted = await service.PostAsync(Path, pdf, "application/pdf");
        var record = (await ApiService.JsonAsync(extracted))["record"]!.ToJsonString();

        using var again = await service.PostAsync($"/v1/forms/{ApiService.Form}.pdf", record);

        Assert.Equal(pdf, await ApiService.BytesAsync(again));
    }

    [Theory]
    [InlineData("text", 422, "foreignFile")]
    [InlineData("%PDF-1.7 broken", 422, "brokenFile")]
    [InlineData("", 400, "emptyBody")]
    public async Task A_file_that_is_not_ours_is_refused(string file, int status, string code)
    {
        using var raw = await service.PostAsync(Path, Encoding.UTF8.GetBytes(file), "application/octet-stream");
        await AssertRefusedAsync(raw, status, code);

        using var form = Form(("file", "x.pdf", Encoding.UTF8.GetBytes(file)));
        using var sent = await service.SendAsync(Path, form);
        await AssertRefusedAsync(sent, status, code);
    }

    [Fact]
    public async Task Two_files_at_once_are_refused()
    {
        using var form = Form(("file", "a.pdf", [1]), ("file", "b.pdf", [2]));
        using var response = await service.SendAsync(Path, form);

        await AssertRefusedAsync(response, 400, "notOneFile");
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        using var response = await service.SendAsync(Path, form);

        await AssertRefusedAsync(response, 400, "emptyBody");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=abc", "no parts at all")]
    [InlineData("multipart/form-data; boundary=abc", "--abc\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx")]
    [InlineData("multipart/form-data", "--abc--")]
    public async Task A_form_that_is_none_is_refused(string contentType, string body)
    {
        using var response = await service.PostAsync(Path, Encoding.ASCII.GetBytes(body), contentType);

        await AssertRefusedAsync(response, 400, "unreadable");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Another_type_is_refused(string? contentType)
    {
        using var response = await service.PostAsync(Path, [1, 2], contentType);

        await AssertRefusedAsync(response, 415, "wrongContentType");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_either_way()
    {
        var large = new byte[Limits.FileBytes + 1];
        using var raw = await service.PostAsync(Path, large, "application/pdf");
        await AssertRefusedAsync(raw, 413, "tooLarge");

        using var form = Form(("file", "x.pdf", large));
        using var sent = await service.SendAsync(Path, form);
        await AssertRefusedAsync(sent, 413, "tooLarge");
    }

    [Fact]
    public async Task Nothing_of_a_file_reaches_the_log()
    {
        using var rendered = await service.PostAsync(
            $"/v1/forms/{ApiService.Form}.pdf", new JsonObject { ["hoTen"] = Telltale }.ToJsonString());
        using var response = await service.PostAsync(
            Path, await ApiService.BytesAsync(rendered), "application/pdf");

        Assert.Equal(Telltale, (string?)(await ApiService.JsonAsync(response))["record"]!["hoTen"]);
        Assert.DoesNotContain(service.Log, line => line.Contains(Telltale, StringComparison.Ordinal));
    }

    private static async Task AssertFilledAsync(HttpResponseMessage response)
    {
        var answer = await ApiService.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((ApiService.Form, "2019"), ((string?)answer["form"], (string?)answer["edition"]));
        Assert.Equal("2019", response.Headers.GetValues("KiemDiem-Edition").Single());
        Assert.Equal("Nguyễn Văn An", (string?)answer["record"]!["hoTen"]);
        Assert.Empty(answer["edited"]!.AsArray());
        Assert.Empty(answer["problems"]!.AsArray());
        Assert.Empty(answer["warnings"]!.AsArray());
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal(ApiService.ProblemType, response.Content.Headers.ContentType!.MediaType);
        var answer = await ApiService.JsonAsync(response);
        Assert.Equal((status, code), ((int)response.StatusCode, (string?)answer["errors"]![0]!["code"]));
    }

    private async Task<byte[]> PdfAsync()
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.pdf", service.Filled());
        return await ApiService.BytesAsync(response);
    }

    private static MultipartFormDataContent Form(params (string Field, string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(content, field, name);
        }

        return form;
    }
}
