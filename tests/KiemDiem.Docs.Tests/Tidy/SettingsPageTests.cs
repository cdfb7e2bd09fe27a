using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Webhook;
using Microsoft.Extensions.Configuration;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>docs/cau-hinh.md names every setting with its default, and its examples are read by the program.</summary>
public static partial class SettingsPageTests
{
    private const string None = "–";

    private static readonly MarkdownFile Page = MarkdownFile.Of("docs/cau-hinh.md");

    /// <summary>Sections of their own, and what no configuration says.</summary>
    private static readonly string[] NotOfBatch =
    [
        nameof(BatchSettings.Storage), nameof(BatchSettings.Webhook), nameof(BatchSettings.IsSingleFolder),
    ];

    [Fact]
    public static void Every_setting_of_batches_stands_with_its_default() => Assert.Equal(
        SettingsOf(new BatchSettings { DataDir = string.Empty }).Where(row => !NotOfBatch.Contains(row.Key)).Order(),
        RowsOf("## Cách chạy", BatchConfiguration.Section));

    [Fact]
    public static void Every_setting_of_the_webhook_stands_with_its_default() => Assert.Equal(
        SettingsOf(new WebhookSettings()).Order(),
        RowsOf("## Báo kết quả", $"{BatchConfiguration.Section}:{nameof(BatchSettings.Webhook)}"));

    [Fact]
    public static void Every_setting_of_the_storage_stands_with_its_default() => Assert.Equal(
        SettingsOf(new StorageSettings()).Order(), RowsOf("## Nơi lưu", BatchConfiguration.StorageSection));

    [Fact]
    public static void Every_setting_of_S3_stands_with_its_default() => Assert.Equal(
        SettingsOf(new S3Settings(Bucket: string.Empty, Region: string.Empty)).Order(),
        RowsOf("## Kho S3", $"{BatchConfiguration.StorageSection}:{nameof(StorageSettings.S3)}"));

    [Fact]
    public static void The_examples_are_configurations()
    {
        var examples = Example().Matches(Page.Text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(2, examples.Count);
        Assert.All(examples, example =>
        {
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(example));
            var settings = BatchConfiguration.Read(new ConfigurationBuilder().AddJsonStream(json).Build());
            Assert.True(settings.Mode == BatchMode.Cluster || settings.Storage.S3 is not null);
        });
    }

    private static IEnumerable<(string Key, string Value)> RowsOf(string heading, string section)
    {
        Assert.Contains($"{heading}\n\nCác khóa bắt đầu bằng `{section}:`", Page.Text, StringComparison.Ordinal);
        return Page.Rows(heading).Select(row => (row[0], row[1])).Order();
    }

    private static IEnumerable<(string Key, string Value)> SettingsOf(object defaults) =>
        NamesOf(defaults.GetType()).Select(
            name => (name, Print(defaults.GetType().GetProperty(name)!.GetValue(defaults))));

    private static IEnumerable<string> NamesOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(property => property.Name);

    private static string Print(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => None,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
