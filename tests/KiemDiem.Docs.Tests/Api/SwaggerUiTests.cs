using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>What a clerk does, in a real browser: open the page, send the example, save the file.</summary>
public sealed class SwaggerUiTests(ApiService service, Chromium chromium)
    : IClassFixture<ApiService>, IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> asked = [];
    private readonly List<string> complaints = [];
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1200, Height = 900 },
            AcceptDownloads = true,
        });
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    [Fact]
    public async Task A_clerk_sends_the_filled_example_and_saves_the_word_file()
    {
        var operation = await OpenAsync($"/v1/forms/{ApiService.Form}.docx");

        var record = await operation.Locator("textarea.body-param__text").InputValueAsync();
        Assert.Contains("Nguyễn Văn An", record, StringComparison.Ordinal);
        var (name, file) = await ExecuteAsync(operation);

        Assert.Equal("Bản-kiểm-điểm-cá-nhân-2022-Nguyễn-Văn-An.docx", name);
        Assert.Contains("Nguyễn Văn An", TextOf(file), StringComparison.Ordinal);
        await KeepPictureAsync("word");
        AssertQuiet();
    }

    [Fact]
    public async Task A_clerk_chooses_the_blank_example_and_saves_the_blank_form()
    {
        var operation = await OpenAsync($"/v1/forms/{ApiService.Form}.docx");

        await operation.Locator(".examples-select select").SelectOptionAsync("banTrong");
        await Assertions.Expect(operation.Locator("textarea.body-param__text")).Not.ToHaveValueAsync(
            new System.Text.RegularExpressions.Regex("hoTen"));
        var (name, file) = await ExecuteAsync(operation);

        Assert.Equal("Bản-kiểm-điểm-cá-nhân.docx", name);
        Assert.Contains("Họ và tên", TextOf(file), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn An", TextOf(file), StringComparison.Ordinal);
        AssertQuiet();
    }

    [Fact]
    public async Task The_page_speaks_vietnamese()
    {
        var operation = await OpenAsync($"/v1/forms/{ApiService.Form}.docx");

        await Assertions.Expect(operation.Locator("button.execute")).ToHaveTextAsync("Thực hiện (Execute)");
        await Assertions.Expect(page).ToHaveTitleAsync("Lập văn bản kiểm điểm");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        AssertQuiet();
    }

    [Fact]
    public async Task A_clerk_sees_the_picture_of_a_page()
    {
        var operation = await OpenAsync($"/v1/forms/{ApiService.Form}.png");
        await operation.Locator("button.execute").ClickAsync();

        var picture = operation.Locator(".live-responses-table img");
        await picture.WaitForAsync();
        await page.WaitForFunctionAsync(
            "() => document.querySelector('.live-responses-table img').naturalWidth > 700");
        await KeepPictureAsync("picture");
        AssertQuiet();
    }

    [Fact]
    public async Task A_clerk_who_mistypes_a_field_reads_where_and_why()
    {
        var operation = await OpenAsync($"/v1/forms/{ApiService.Form}.pdf");
        await operation.Locator("textarea.body-param__text").FillAsync("""{"hoTenn": "Nguyễn Văn An"}""");
        await operation.Locator("button.execute").ClickAsync();

        var answer = operation.Locator(".live-responses-table");
        await Assertions.Expect(answer).ToContainTextAsync("422");
        await Assertions.Expect(answer).ToContainTextAsync("Dữ liệu chưa hợp lệ");
        await Assertions.Expect(answer).ToContainTextAsync("/hoTenn");
        await Assertions.Expect(answer).ToContainTextAsync("có phải là");
        await KeepPictureAsync("problem");
    }

    [Fact]
    public async Task A_clerk_chooses_a_file_and_reads_its_record()
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.pdf", service.Filled());
        var file = new FilePayload
        {
            Name = "Bản của An.pdf",
            MimeType = "application/pdf",
            Buffer = await ApiService.BytesAsync(response),
        };
        var operation = await UnfoldAsync("/v1/extract");

        await operation.Locator("input[type=file]").SetInputFilesAsync(file);
        await operation.Locator("button.execute").ClickAsync();

        var answer = operation.Locator(".live-responses-table");
        await Assertions.Expect(answer).ToContainTextAsync("200");
        await Assertions.Expect(answer).ToContainTextAsync("Nguyễn Văn An");
        await Assertions.Expect(answer).ToContainTextAsync("\"edited\": []");
        await KeepPictureAsync("extract");
        AssertQuiet();
    }

    [Fact]
    public async Task A_clerk_hands_in_a_file_of_many_records_and_reads_how_far_they_are()
    {
        var file = new FilePayload
        {
            Name = "danh sách.ndjson",
            MimeType = "application/x-ndjson",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Batches.BatchCalls.Records(4, wrong: 2)),
        };
        var operation = await UnfoldAsync("/v1/batches");

        await Assertions.Expect(operation.Locator(".json-schema-form-item-add")).ToHaveTextAsync("Thêm tệp");
        await KeepPictureAsync("batch-form");
        await operation.Locator("input[type=file]").SetInputFilesAsync(file);
        await operation.Locator("button.execute").ClickAsync();

        var answer = operation.Locator(".live-responses-table");
        await Assertions.Expect(answer).ToContainTextAsync("202");
        var address = Regex.Match(await answer.InnerTextAsync(), "/v1/batches/[0-9a-f]{32}").Value;
        var status = await Batches.BatchCalls.EndAsync(service, address);
        Assert.Equal((3, 1), ((int)status["done"]!, (int)status["failed"]!));
        await KeepPictureAsync("batch");
        AssertQuiet();
    }

    private async Task<ILocator> OpenAsync(string path)
    {
        var operation = await UnfoldAsync(path);
        await operation.Locator("textarea.body-param__text").WaitForAsync();
        return operation;
    }

    private async Task<ILocator> UnfoldAsync(string path)
    {
        await page.GotoAsync(new Uri(service.Address, "/").ToString());
        await page.Locator(".opblock-tag").First.WaitForAsync();
        await KeepPictureAsync("start");
        var operation = page.Locator(".opblock", new() { Has = page.Locator($"[data-path='{path}']") });
        await operation.Locator(".opblock-summary").ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Lập văn bản" }).ClickAsync();
        return operation;
    }

    private async Task<(string Name, byte[] File)> ExecuteAsync(ILocator operation)
    {
        await operation.Locator("button.execute").ClickAsync();
        var link = operation.Locator(".live-responses-table a[download]");
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var file = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        return (download.SuggestedFilename, file);
    }

    /// <summary>For people who want to see what the browser showed: SWAGGER_PICTURES names a folder.</summary>
    private async Task KeepPictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SWAGGER_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private static string TextOf(byte[] docx)
    {
        Assert.Equal("PK"u8, docx.AsSpan(0, 2));
        using var stream = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    /// <summary>The page needs nothing from elsewhere, and its security policy stops nothing it needs.</summary>
    private void AssertQuiet()
    {
        Assert.All(asked, url => Assert.True(
            url.StartsWith(service.Address.ToString(), StringComparison.Ordinal)
            || url.StartsWith("blob:", StringComparison.Ordinal)
            || url.StartsWith("data:", StringComparison.Ordinal),
            url));
        Assert.Empty(complaints);
    }
}
