using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Api;

public sealed class RenderRoutesTests(ApiService service) : IClassFixture<ApiService>
{
    private const string Check = $"/v1/forms/{ApiService.Form}/check";

    public static TheoryData<string, string, string> FormsAndFormats()
    {
        var data = new TheoryData<string, string, string>();
        var library = FormLibrary.Load(Path.Combine(AppContext.BaseDirectory, "form-templates"));
        foreach (var form in library.FormIds)
        {
            data.Add(form, "docx", ApiService.DocxType);
            data.Add(form, "pdf", "application/pdf");
            data.Add(form, "png", "image/png");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FormsAndFormats))]
    public async Task A_filled_record_comes_back_as_a_file(string form, string extension, string mediaType)
    {
        using var response = await service.PostAsync($"/v1/forms/{form}.{extension}", service.Filled(form));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
        var magic = extension switch { "docx" => "PK", "pdf" => "%PDF-", _ => "\u0089PNG" };
        var file = Encoding.Latin1.GetString(await ApiService.BytesAsync(response));
        Assert.StartsWith(magic, file, StringComparison.Ordinal);
        Assert.Equal("0", Header(response, "KiemDiem-Warnings"));
        Assert.Equal(service.Renderer.Forms.EditionsOf(form)[^1].Edition.Id, Header(response, "KiemDiem-Edition"));
    }

    [Fact]
    public async Task The_file_has_its_name_in_ascii_and_with_its_diacritics()
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.docx", service.Filled());

        Assert.Equal(
            "attachment; filename=\"Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.docx\"; "
            + "filename*=UTF-8''" + Uri.EscapeDataString("Bản-kiểm-điểm-cá-nhân-2022-Nguyễn-Văn-An.docx"),
            response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(
            "Bản-kiểm-điểm-cá-nhân-2022-Nguyễn-Văn-An.docx", response.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task A_name_with_signs_leaves_the_header_in_order()
    {
        using var response = await service.PostAsync(
            $"/v1/forms/{ApiService.Form}.pdf", """{"hoTen": "A\"; filename=\"x.exe ' % Ê̆ \\ /../"}""");

        var name = response.Content.Headers.ContentDisposition!;
        Assert.Equal("Ban-kiem-diem-ca-nhan-A-filename-x-exe-E.pdf", name.FileName!.Trim('"'));
        Assert.Equal("Bản-kiểm-điểm-cá-nhân-A-filename-x-exe-Ê̆.pdf", name.FileNameStar);
    }

    [Fact]
    public async Task A_page_picture_is_shown_not_saved()
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.png?page=1", service.Filled());

        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_page_picture_is_as_fine_as_asked()
    {
        using var coarse = await service.PostAsync($"/v1/forms/{ApiService.Form}.png?dpi=72", service.Filled());
        using var fine = await service.PostAsync($"/v1/forms/{ApiService.Form}.png?dpi=144&page=2", service.Filled());

        Assert.Equal(595, Width(await ApiService.BytesAsync(coarse)), tolerance: 1);
        Assert.Equal(1191, Width(await ApiService.BytesAsync(fine)), tolerance: 1);

        static double Width(byte[] png) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
    }

    [Theory]
    [InlineData("docx", "Bản-kiểm-điểm-cá-nhân.docx")]
    [InlineData("pdf", "Bản-kiểm-điểm-cá-nhân.pdf")]
    [InlineData("png", "Bản-kiểm-điểm-cá-nhân-trang-1.png")]
    public async Task An_empty_record_is_the_blank_form(string extension, string name)
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.{extension}", "{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("0", Header(response, "KiemDiem-Warnings"));
        Assert.Equal(name, response.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task Warnings_are_counted_in_a_header_and_listed_by_check()
    {
        const string Gaps = """{"hoTen": "Nguyễn Văn Thƣ"}""";
        using var rendered = await service.PostAsync($"/v1/forms/{ApiService.Form}.docx", Gaps);
        using var response = await service.PostAsync(Check, Gaps);

        var warnings = (await ApiService.JsonAsync(response))["warnings"]!.AsArray();
        Assert.Equal(HttpStatusCode.OK, rendered.StatusCode);
        Assert.Equal($"{warnings.Count}", Header(rendered, "KiemDiem-Warnings"));
        var told = warnings.Select(warning => $"{warning!["pointer"]} {warning["code"]}").ToList();
        Assert.Contains("/hoTen ghaLetter", told);
        Assert.Contains("/chiBo missing", told);
    }

    [Fact]
    public async Task Check_answers_200_with_every_problem_and_the_edition()
    {
        using var response = await service.PostAsync(
            Check, """{"namKiemDiem": 2022, "hoTenn": "x", "ngaySinh": "hôm qua"}""");
        var answer = await ApiService.JsonAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("2019", (string?)answer["edition"]);
        Assert.Equal("2019", Header(response, "KiemDiem-Edition"));
        Assert.Equal(
            ["/hoTenn unknownKey", "/ngaySinh badDate"],
            answer["problems"]!.AsArray().Select(problem => $"{problem!["pointer"]} {problem["code"]}"));
    }

    [Fact]
    public async Task Check_finds_nothing_in_the_filled_sample()
    {
        using var response = await service.PostAsync(Check, service.Filled());

        var answer = await ApiService.JsonAsync(response);
        Assert.Equal("""{"edition":"2019","problems":[],"warnings":[]}""", answer.ToJsonString());
    }

    [Fact]
    public async Task Check_of_a_date_without_edition_names_no_edition()
    {
        using var response = await service.PostAsync(Check, """{"ngayLap": "1999-01-01"}""");
        var answer = await ApiService.JsonAsync(response);

        Assert.True(answer.AsObject().ContainsKey("edition"));
        Assert.Null(answer["edition"]);
        Assert.False(response.Headers.Contains("KiemDiem-Edition"));
        Assert.Equal("noEditionInForce", (string?)answer["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task The_edition_of_the_address_goes_before_the_record_s_date()
    {
        using var response = await service.PostAsync(
            $"/v1/forms/{ApiService.Form}.pdf?edition=2019", """{"ngayLap": "1999-01-01"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("2019", Header(response, "KiemDiem-Edition"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/merge-patch+json")]
    public async Task Json_is_welcome_under_all_its_names(string contentType)
    {
        using var response = await service.PostAsync(Check, "\uFEFF{}"u8.ToArray(), contentType);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_record_of_just_the_largest_size_is_read()
    {
        var record = "{}".PadRight(Limits.RecordBytes);
        using var response = await service.PostAsync(Check, record);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("png")]
    public async Task Fifty_at_once_get_the_same_bytes(string extension)
    {
        var record = service.Filled();
        var files = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.{extension}", record);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await ApiService.BytesAsync(response);
        }));

        Assert.All(files, file => Assert.True(file.AsSpan().SequenceEqual(files[0])));
    }

    [Fact]
    public async Task Fifty_people_at_once_get_their_own_files()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            var record = new JsonObject { ["hoTen"] = $"Người Thứ {number}" };
            using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.pdf", record.ToJsonString());
            var name = response.Content.Headers.ContentDisposition!;
            Assert.Equal($"Bản-kiểm-điểm-cá-nhân-Người-Thứ-{number}.pdf", name.FileNameStar);
        }));
    }

    [Fact]
    public async Task Answers_about_people_are_not_kept_on_the_way()
    {
        using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.docx", service.Filled());

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.False(response.Headers.Contains("Server"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.GetValues(name).Single();
}
