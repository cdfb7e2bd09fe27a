using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Tests.Batch.Webhook;

public static class WebhookSettingsTests
{
    private static readonly FieldPath Place = FieldPath.Root.Child("webhook");

    private static readonly WebhookSettings Settings = new()
    {
        AllowedHosts = ["nhan.example.vn", "can-bo.example.vn:8443", "127.0.0.1:9000", "[::1]:9000", "huế.example.vn"],
        Secret = new string('x', WebhookSettings.MinSecretBytes),
    };

    [Theory]
    [InlineData("https://nhan.example.vn/xong")]
    [InlineData("https://NHAN.example.vn:443/xong?a=1")]
    [InlineData("https://can-bo.example.vn:8443/")]
    [InlineData("https://127.0.0.1:9000/")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("http://[::1]:9000/")]
    [InlineData("https://xn--hu-07s.example.vn/")]
    public static void A_host_that_is_named_is_told(string address) => Assert.Null(Settings.Refuse(address, Place));

    [Theory]
    [InlineData("https://example.vn/")]
    [InlineData("https://khac.nhan.example.vn/")]
    [InlineData("https://nhan.example.vn.khac.vn/")]
    [InlineData("https://nhan.example.vn:8443/")]
    [InlineData("https://can-bo.example.vn/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://127.0.0.1:9001/")]
    [InlineData("http://localhost:9000/")]
    [InlineData("https://2130706433:9001/")]
    public static void Any_other_is_not(string address) =>
        Assert.Equal("webhookNotAllowed", Settings.Refuse(address, Place)?.Code);

    [Theory]
    [InlineData("http://nhan.example.vn/")]
    [InlineData("https://ai@nhan.example.vn/")]
    [InlineData("https://nhan.example.vn@khac.vn/")]
    [InlineData("https://nhan.example.vn/#1")]
    [InlineData("ftp://nhan.example.vn/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("/xong")]
    [InlineData("nhan.example.vn")]
    [InlineData("")]
    public static void An_address_that_is_not_a_plain_https_one_is_refused(string address)
    {
        var problem = Settings.Refuse(address, Place);

        Assert.Equal("badWebhook", problem?.Code);
        Assert.Equal("/webhook", problem?.Path.Pointer);
    }

    [Fact]
    public static void Nobody_is_told_unless_the_operator_names_him() =>
        Assert.Equal("webhookNotAllowed", new WebhookSettings().Refuse("https://nhan.example.vn/", Place)?.Code);

    [Fact]
    public static void Without_hosts_no_secret_is_asked_for() => Assert.Null(new WebhookSettings().Fault());

    [Theory]
    [InlineData("*.example.vn")]
    [InlineData("https://nhan.example.vn")]
    [InlineData("nhan.example.vn/xong")]
    [InlineData("ai@nhan.example.vn")]
    [InlineData("nhan.example.vn:cong")]
    [InlineData("")]
    public static void A_host_that_is_none_is_a_fault_of_the_settings(string host) =>
        Assert.Contains("AllowedHosts", (Settings with { AllowedHosts = [host] }).Fault(), StringComparison.Ordinal);

    [Fact]
    public static void A_short_secret_is_a_fault_of_the_settings()
    {
        Assert.Null(Settings.Fault());
        Assert.Contains(
            "Secret", (Settings with { Secret = new string('x', 31) }).Fault(), StringComparison.Ordinal);
    }
}
