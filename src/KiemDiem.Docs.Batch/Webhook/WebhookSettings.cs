using System.Diagnostics.CodeAnalysis;
using System.Text;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Webhook;

/// <summary>Who may be told that a batch has ended, and how he knows that it was we who told him.</summary>
public sealed record WebhookSettings
{
    /// <summary>As long as the sum that it makes: RFC 2104, 3, advises against shorter ones.</summary>
    public const int MinSecretBytes = 32;

    public const int MaxAddressLength = 2_000;

    /// <summary>"name" for its port 443, or "name:port". None unless the operator names one.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Signs every message; the receiver knows it too.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <returns>A Vietnamese sentence for the operator; null where all is well.</returns>
    public string? Fault()
    {
        if (AllowedHosts.FirstOrDefault(host => !TryReadHost(host, out _)) is { } wrong)
            return $"KiemDiem:Batch:Webhook:AllowedHosts: \"{wrong}\" phải có dạng ten-may hoặc ten-may:cong.";
        return AllowedHosts.Count > 0 && Encoding.UTF8.GetByteCount(Secret) < MinSecretBytes
            ? $"KiemDiem:Batch:Webhook:Secret phải dài ít nhất {MinSecretBytes} byte."
            : null;
    }

    /// <summary>Whether an address may be told.</summary>
    /// <returns>Why not; null where it may.</returns>
    public Problem? Refuse(string address, FieldPath path)
    {
        if (address.Length > MaxAddressLength
            || !Uri.TryCreate(address, UriKind.Absolute, out var target)
            || !IsSafe(target))
        {
            return FoundInOptions.BadWebhook(path);
        }

        return IsAllowed(target) ? null : FoundInOptions.WebhookNotAllowed(path);
    }

    /// <summary>A host is its name and its port: who answers on another port of it is somebody else.</summary>
    internal bool IsAllowed(Uri target) => IsSafe(target) && AllowedHosts.Any(host =>
        TryReadHost(host, out var allowed)
        && allowed.Port == target.Port
        && string.Equals(allowed.IdnHost, target.IdnHost, StringComparison.OrdinalIgnoreCase));

    private static bool IsSafe(Uri target) =>
        (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback))
        && target.UserInfo.Length == 0
        && target.Fragment.Length == 0;

    private static bool TryReadHost(string text, [NotNullWhen(true)] out Uri? host) =>
        Uri.TryCreate($"https://{text}", UriKind.Absolute, out host)
        && host.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && host.UserInfo.Length == 0
        && !text.AsSpan().ContainsAny('/', '?', '#');
}
