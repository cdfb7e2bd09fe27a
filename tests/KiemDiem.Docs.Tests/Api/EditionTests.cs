using System.Net;
using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>A second edition, made up of files only, beside the real one.</summary>
public sealed class EditionTests : IDisposable
{
    private const string Docx = $"/v1/forms/{ApiService.Form}.docx";

    private readonly DirectoryInfo templates = Directory.CreateTempSubdirectory("form-templates-");
    private readonly ApiService service;

    public EditionTests()
    {
        CopyEdition("2019", "2019", edition => { });
        CopyEdition("2019", "2099", edition =>
        {
            edition["edition"] = "2099";
            edition["title"] = "Mẫu thử năm 2099";
            edition["inForce"] = new JsonObject { ["from"] = "2099-01-01" };
        });
        service = new ApiService(templates.FullName);
    }

    public void Dispose()
    {
        service.Dispose();
        templates.Delete(recursive: true);
    }

    [Theory]
    [InlineData("""{"ngayLap": "2022-12-02"}""", "", "2019")]
    [InlineData("""{"ngayLap": "2099-12-02"}""", "", "2099")]
    [InlineData("""{"namKiemDiem": 2100}""", "", "2099")]
    [InlineData("""{"ngayLap": "2022-12-02"}""", "?edition=2099", "2099")]
    [InlineData("{}", "", "2099")]
    public async Task The_answer_names_the_edition_that_was_used(string record, string query, string edition)
    {
        using var response = await service.PostAsync(Docx + query, record);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(edition, response.Headers.GetValues("KiemDiem-Edition").Single());
    }

    [Theory]
    [InlineData("2022-12-02", "2019")]
    [InlineData("2099-12-02", "2099")]
    public async Task Check_names_the_edition_even_where_there_are_problems(string date, string edition)
    {
        using var response = await service.PostAsync(
            $"/v1/forms/{ApiService.Form}/check", $$"""{"ngayLap": "{{date}}", "hoTenn": "x"}""");

        Assert.Equal(edition, (string?)(await ApiService.JsonAsync(response))["edition"]);
    }

    [Fact]
    public async Task A_date_between_the_editions_is_422_that_lists_both()
    {
        using var response = await service.PostAsync(Docx, """{"namKiemDiem": 2050}""");
        var problem = await ApiService.JsonAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("/namKiemDiem", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Contains("2019", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains("2099", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_sample_is_given_unless_another_is_asked_for()
    {
        using var newest = await service.GetAsync($"/v1/forms/{ApiService.Form}/sample");
        using var older = await service.GetAsync($"/v1/forms/{ApiService.Form}/sample?edition=2019");

        Assert.Equal("2099", newest.Headers.GetValues("KiemDiem-Edition").Single());
        Assert.Equal("2019", older.Headers.GetValues("KiemDiem-Edition").Single());
    }

    [Fact]
    public async Task The_document_offers_the_records_of_both()
    {
        using var response = await service.GetAsync("/openapi/v1.json");
        var document = await ApiService.JsonAsync(response);
        var operation = document["paths"]![Docx]!["post"]!;
        var content = operation["requestBody"]!["content"]!["application/json"]!;

        Assert.Equal(
            ["#/components/schemas/ban-kiem-diem-ca-nhan.2099", "#/components/schemas/ban-kiem-diem-ca-nhan.2019"],
            content["schema"]!["anyOf"]!.AsArray().Select(schema => (string)schema!["$ref"]!));
        Assert.Equal(
            ["banDayDu.2099", "banDayDu.2019", "banTrong"],
            content["examples"]!.AsObject().Select(example => example.Key));
        Assert.Equal(
            ["2019", "2099"],
            operation["parameters"]![0]!["schema"]!["enum"]!.AsArray().Select(edition => (string)edition!));
    }

    private void CopyEdition(string from, string to, Action<JsonNode> change)
    {
        var target = templates.CreateSubdirectory(to).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "form-templates", from)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        var editionFile = Path.Combine(target, "edition.json");
        var edition = JsonNode.Parse(File.ReadAllText(editionFile))!;
        change(edition);
        File.WriteAllText(editionFile, edition.ToJsonString());
    }
}
