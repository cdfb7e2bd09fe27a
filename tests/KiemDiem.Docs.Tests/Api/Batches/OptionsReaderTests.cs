using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KiemDiem.Docs.Tests.Api.Batches;

public static class OptionsReaderTests
{
    private static readonly WebhookSettings Webhook = new()
    {
        AllowedHosts = ["nhan.example.vn"],
        Secret = new string('x', WebhookSettings.MinSecretBytes),
    };

    [Fact]
    public static void Nothing_said_is_pdf_by_each_records_own_form_and_date()
    {
        var options = Read("", null);

        Assert.Equal([BatchOptions.Pdf], options.Formats);
        Assert.Equal(TextEncoding.Unicode, options.Source.Encoding);
        Assert.Null(options.Edition);
        Assert.Null(options.Webhook);
        Assert.False(options.Archive);
    }

    [Fact]
    public static void All_of_it_can_stand_on_the_address()
    {
        var options = Read(
            "?form=ban-kiem-diem-ca-nhan&edition=2019&format=docx,pdf&name={nam}/{hoTen}&zip=500&encoding=tcvn3"
            + "&archive=false&thoiDiem=2022-12-05&webhook=https://nhan.example.vn/xong",
            null);

        Assert.Equal("ban-kiem-diem-ca-nhan", options.Source.Form);
        Assert.Equal("2019", options.Edition);
        Assert.Equal([BatchOptions.Pdf, BatchOptions.Docx], options.Formats);
        Assert.Equal("{nam}/{hoTen}", options.Name);
        Assert.Equal(500, options.RecordsPerZip);
        Assert.Equal(TextEncoding.Tcvn3, options.Source.Encoding);
        Assert.Equal(new DateOnly(2022, 12, 5), options.ThoiDiem);
        Assert.Equal("https://nhan.example.vn/xong", options.Webhook?.ToString());
    }

    [Fact]
    public static void And_as_json_with_what_concerns_single_columns()
    {
        var options = Read("?format=pdf", """
            {
              "zip": 10, "archive": true, "encoding": "auto",
              "columnEncodings": {"Họ và tên": "vni"}, "capitalColumns": ["chiBo"]
            }
            """);

        Assert.Equal(10, options.RecordsPerZip);
        Assert.True(options.Archive);
        Assert.Equal(TextEncoding.Auto, options.Source.Encoding);
        Assert.Equal(TextEncoding.Vni, options.Source.ColumnEncodings["Họ và tên"]);
        Assert.Equal(["chiBo"], options.Source.CapitalColumns);
    }

    [Theory]
    [InlineData("?form=bia", null, "unknownForm", "form", null)]
    [InlineData("", """{"form": "bia"}""", "unknownForm", null, "/form")]
    [InlineData("", """{"form": 1}""", "wrongType", null, "/form")]
    [InlineData("?edition=1999", null, "unknownEdition", "edition", null)]
    [InlineData("?form=ban-kiem-diem-ca-nhan&edition=2020-213", null, "unknownEdition", "edition", null)]
    [InlineData("?format=odt", null, "badFormat", "format", null)]
    [InlineData("?archive=true&format=pdf,docx", null, "archiveIsPdf", "format", null)]
    [InlineData("?archive=co", null, "badFlag", "archive", null)]
    [InlineData("", """{"archive": 1}""", "badFlag", null, "/archive")]
    [InlineData("?name={khongCo}", null, "badName", "name", null)]
    [InlineData("?zip=0", null, "badCount", "zip", null)]
    [InlineData("?zip=-1", null, "badCount", "zip", null)]
    [InlineData("?zip=100001", null, "badCount", "zip", null)]
    [InlineData("", """{"zip": 1.5}""", "badCount", null, "/zip")]
    [InlineData("?encoding=utf-7", null, "badEncoding", "encoding", null)]
    [InlineData("", """{"columnEncodings": {"a/b": "x"}}""", "badEncoding", null, "/columnEncodings/a~1b")]
    [InlineData("", """{"columnEncodings": "tcvn3"}""", "wrongType", null, "/columnEncodings")]
    [InlineData("", """{"capitalColumns": [1]}""", "wrongType", null, "/capitalColumns")]
    [InlineData("?thoiDiem=1979-12-31", null, "badDay", "thoiDiem", null)]
    [InlineData("?webhook=https://khac.example.vn/", null, "webhookNotAllowed", "webhook", null)]
    [InlineData("", """{"webhook": "https://khac.example.vn/"}""", "webhookNotAllowed", null, "/webhook")]
    [InlineData("?webhook=http://nhan.example.vn/", null, "badWebhook", "webhook", null)]
    [InlineData("?zip=1", """{"zip": 1}""", "duplicateOption", "zip", null)]
    [InlineData("", """{"zip": 1, "zip": 1}""", "optionsNotJson", null, "")]
    [InlineData("", """{"zipp": 1}""", "unknownOption", null, "/zipp")]
    public static void What_is_wrong_is_told_where_it_was_written(
        string query, string? json, string code, string? parameter, string? pointer)
    {
        var refused = Assert.Throws<RefusedException>(() => Read(query, json));

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, refused.Refusal.Status);
        var error = Assert.Single(refused.Refusal.Errors);
        Assert.Equal((code, parameter, pointer), (error.Code, error.Parameter, error.Pointer));
    }

    [Fact]
    public static void All_of_it_is_told_at_once()
    {
        var refused = Assert.Throws<RefusedException>(() => Read("?zip=0&format=odt", """{"encoding": "x"}"""));

        Assert.Equal(
            ["badCount", "badEncoding", "badFormat"], refused.Refusal.Errors.Select(error => error.Code).Order());
    }

    private static BatchOptions Read(string query, string? json) => OptionsReader.Read(
        new QueryCollection(QueryHelpers.ParseQuery(query)), json, Engine.Renderer.Forms, Webhook);
}
