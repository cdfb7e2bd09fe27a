namespace KiemDiem.Docs.Batch.Storage;

/// <summary>Which bucket, where. The configuration may leave out what has a default, and nothing else.</summary>
/// <param name="Bucket">It must be there already.</param>
/// <param name="Region">For Amazon, and for the signature; servers of one's own mostly call theirs "us-east-1".</param>
/// <param name="ServiceUrl">Of a server that speaks S3; null for Amazon's own, by its region.</param>
/// <param name="Prefix">Before every key, with "/" at its end; empty for none.</param>
/// <param name="ForcePathStyle">
/// The bucket stands in the path of an address, not in its host: what most servers of one's own want.
/// </param>
/// <param name="AccessKey">
/// Null, with <paramref name="SecretKey"/>, to look where the SDK does: the environment, a profile, the machine's role.
/// </param>
/// <param name="SecretKey">See there.</param>
public sealed record S3Settings(
    string Bucket,
    string Region,
    string? ServiceUrl = null,
    string Prefix = "",
    bool ForcePathStyle = false,
    string? AccessKey = null,
    string? SecretKey = null)
{
    /// <summary>Without the keys: records print all they have, and whoever logs one must not log those.</summary>
    public override string ToString() => $"S3 {ServiceUrl ?? Region}, bucket {Bucket}, prefix \"{Prefix}\"";
}
