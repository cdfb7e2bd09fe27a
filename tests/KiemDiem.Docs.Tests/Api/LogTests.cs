using System.Net;

namespace KiemDiem.Docs.Tests.Api;

public sealed class LogTests(ApiService service) : IClassFixture<ApiService>
{
    private const string Telltale = "Hồ Thị Không Ai Biết";

    [Theory]
    [InlineData($$"""{"hoTen": "{{Telltale}}"}""", HttpStatusCode.OK)]
    [InlineData($$"""{"hoTenn": "{{Telltale}}"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData($$"""{"ngaySinh": "{{Telltale}}"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData($$"""{"xepLoaiDangVien": "{{Telltale}}"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData($$"""{"chiBo": "{{Telltale}}\u0001\ud800"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData($$"""{"hoTen": "{{Telltale}}" "{{Telltale}}"}""", HttpStatusCode.BadRequest)]
    public async Task No_field_value_reaches_the_log_or_an_error(string record, HttpStatusCode status)
    {
        foreach (var extension in new[] { "docx", "pdf", "png" })
        {
            using var response = await service.PostAsync($"/v1/forms/{ApiService.Form}.{extension}", record);

            Assert.Equal(status, response.StatusCode);
            if (status != HttpStatusCode.OK)
            {
                var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain(Telltale, answer, StringComparison.Ordinal);
            }
        }

        Assert.NotEmpty(service.Log);
        foreach (var spelling in new[] { Telltale, Uri.EscapeDataString(Telltale) })
            Assert.DoesNotContain(service.Log, line => line.Contains(spelling, StringComparison.Ordinal));
    }
}
