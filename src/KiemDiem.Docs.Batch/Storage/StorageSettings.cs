namespace KiemDiem.Docs.Batch.Storage;

/// <summary>Where the objects are kept: the section "KiemDiem:Storage" of the configuration.</summary>
public sealed record StorageSettings
{
    /// <summary>A folder, shared by all machines of a cluster; null for one below the data folder.</summary>
    public string? Root { get; init; }

    /// <summary>A bucket in place of a folder.</summary>
    public S3Settings? S3 { get; init; }
}
