using System.Net;
using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Tests.Api;

public sealed class FormRoutesTests(ApiService service) : IClassFixture<ApiService>
{
    [Fact]
    public async Task The_list_says_which_forms_there_are_since_when_and_by_which_law()
    {
        var forms = (await GetJsonAsync("/v1/forms"))["forms"]!.AsArray();

        Assert.Equal(service.Renderer.Forms.FormIds, forms.Select(form => (string)form!["form"]!));
        var edition = forms[0]!["editions"]![0]!;
        Assert.Equal("2019", (string?)edition["edition"]);
        Assert.Equal("2019-10-18", (string?)edition["inForce"]!["from"]);
        Assert.Equal("2023-11-09", (string?)edition["inForce"]!["to"]);
        Assert.Contains(edition["legalBasis"]!.AsArray(), source => (string?)source!["soKyHieu"] == "21-HD/BTCTW");
    }

    [Fact]
    public async Task Every_link_of_the_list_leads_somewhere()
    {
        foreach (var form in (await GetJsonAsync("/v1/forms"))["forms"]!.AsArray())
        {
            var links = form!["editions"]!.AsArray().Select(edition => edition!["links"]!).Append(form["links"]!);
            foreach (var (work, link) in links.SelectMany(group => group.AsObject()))
            {
                using var response = work is "docx" or "pdf" or "png" or "check"
                    ? await service.PostAsync((string)link!, "{}")
                    : await service.GetAsync((string)link!);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_form_alone_is_its_entry_of_the_list()
    {
        var list = await GetJsonAsync("/v1/forms");
        var entry = await GetJsonAsync($"/v1/forms/{ApiService.Form}");

        Assert.True(JsonNode.DeepEquals(list["forms"]![0], entry));
    }

    [Fact]
    public async Task The_schema_is_that_of_the_definition()
    {
        using var response = await service.GetAsync($"/v1/forms/{ApiService.Form}/schema?edition=2019");
        var schema = await ApiService.JsonAsync(response);

        Assert.Equal("application/schema+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("2019", response.Headers.GetValues("KiemDiem-Edition").Single());
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal("Họ và tên", (string?)schema["properties"]!["hoTen"]!["title"]);
    }

    [Fact]
    public async Task The_samples_can_be_sent_back_as_they_are()
    {
        foreach (var form in service.Renderer.Forms.FormIds)
        {
            foreach (var query in new[] { "", "?blank=true", "?blank=false&edition=" })
            {
                var sample = await GetJsonAsync($"/v1/forms/{form}/sample{query}");
                using var response = await service.PostAsync($"/v1/forms/{form}.docx", sample.ToJsonString());
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal("0", response.Headers.GetValues("KiemDiem-Warnings").Single());
            }
        }
    }

    [Theory]
    [InlineData("sample?blank=maybe")]
    [InlineData("sample?edition=1999")]
    [InlineData("schema?edition=1999")]
    [InlineData("schema?blank=true")]
    public async Task What_cannot_be_asked_is_422(string path)
    {
        using var response = await service.GetAsync($"/v1/forms/{ApiService.Form}/{path}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(ApiService.ProblemType, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Vietnamese_is_written_in_its_own_letters()
    {
        using var response = await service.GetAsync($"/v1/forms/{ApiService.Form}/sample");

        Assert.Contains(
            "Nguyễn Văn An",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_door_leads_to_the_swagger_page()
    {
        using var response = await service.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("/swagger", response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    private async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ApiService.JsonAsync(response);
    }
}
