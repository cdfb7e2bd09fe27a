using KiemDiem.Docs.Batch.Storage;
using Microsoft.Extensions.Configuration;

namespace KiemDiem.Docs.Batch;

/// <summary>Reads how batches are run from the configuration of a service or a worker.</summary>
public static class BatchConfiguration
{
    public const string Section = "KiemDiem:Batch";
    public const string StorageSection = "KiemDiem:Storage";

    /// <exception cref="BadSettingsException">Something in it is wrong, or unknown.</exception>
    public static BatchSettings Read(IConfiguration configuration)
    {
        try
        {
            var settings = Bind(configuration.GetSection(Section), new Dictionary<string, string?>
            {
                [nameof(BatchSettings.DataDir)] = DefaultDataDir,
            }).Get<BatchSettings>(Strict)!;
            var storage = configuration.GetSection(StorageSection).Get<StorageSettings>(Strict) ?? new();
            settings = settings with { Storage = storage, IsSingleFolder = false };
            return FaultOf(settings) is { } fault ? throw new BadSettingsException(fault) : settings;
        }
        catch (InvalidOperationException e)
        {
            throw new BadSettingsException($"Cấu hình {Section} hoặc {StorageSection} không dùng được: {e.Message}");
        }
    }

    /// <summary>A user's own folder: a service of its own gets another one from its administrator.</summary>
    private static string DefaultDataDir => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "KiemDiem.Docs");

    /// <summary>A misspelt key must not pass unseen.</summary>
    private static void Strict(BinderOptions options) => options.ErrorOnUnknownConfiguration = true;

    private static IConfigurationRoot Bind(IConfigurationSection section, Dictionary<string, string?> defaults) =>
        new ConfigurationBuilder().AddInMemoryCollection(defaults).AddConfiguration(section).Build();

    private static string? FaultOf(BatchSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.DataDir))
            return $"{Section}:DataDir phải là một thư mục.";
        if (settings.Mode == BatchMode.Cluster && string.IsNullOrWhiteSpace(settings.ConnectionString))
            return $"{Section}:ConnectionString phải có khi Mode là Cluster.";
        if (settings.MaxUploadBytes <= 0)
            return $"{Section}:MaxUploadBytes phải lớn hơn 0.";
        if (settings.Retention <= TimeSpan.Zero)
            return $"{Section}:Retention phải lớn hơn 0.";
        return settings.Webhook.Fault();
    }
}

/// <summary>The configuration cannot be used. The message is a Vietnamese sentence for the administrator.</summary>
public sealed class BadSettingsException(string message) : Exception(message);
