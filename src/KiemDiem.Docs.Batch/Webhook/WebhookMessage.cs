using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KiemDiem.Docs.Batch.Webhook;

/// <summary>What is told of a batch that has ended: numbers only, nothing about a person.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="State">"done", "cancelled" or "attention".</param>
/// <param name="Total">Records of the source; null where it was not read to its end.</param>
/// <param name="Done">Records with files.</param>
/// <param name="Failed">Records with problems.</param>
/// <param name="Finished">When it ended.</param>
public sealed record WebhookMessage(
    string Batch, string State, long? Total, long Done, long Failed, DateTimeOffset? Finished)
{
    public static WebhookMessage Of(BatchStatus status) => new(
        status.Id,
        JsonNamingPolicy.CamelCase.ConvertName(status.State.ToString()),
        status.Total,
        status.Done,
        status.Failed,
        status.Finished);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookJson.Default.WebhookMessage);

    /// <summary>
    /// The same however often it is sent, so that a receiver who has it already can pass over it; another one when the
    /// batch went on and ended again.
    /// </summary>
    public string DeliveryId() => Convert.ToHexStringLower(SHA256.HashData(ToJson()).AsSpan(0, 16));

    /// <summary>
    /// The moment is signed along: who caught a message cannot send it again later to a receiver who looks at the time.
    /// </summary>
    public static string Sign(string secret, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var moment = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unixSeconds}");
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{moment}."), .. body];
        var sum = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return $"t={moment},v1={Convert.ToHexStringLower(sum)}";
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookMessage))]
internal sealed partial class WebhookJson : JsonSerializerContext;
