using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace KiemDiem.Docs.Batch.Webhook;

/// <summary>Tells somebody that a batch has ended. It goes where it was told to and nowhere else.</summary>
/// <param name="settings">Whom it may tell.</param>
/// <param name="clock">Dates the signatures.</param>
public sealed class WebhookSender(WebhookSettings settings, TimeProvider clock) : IDisposable
{
    public const string SignatureHeader = "KiemDiem-Signature";
    public const string DeliveryHeader = "KiemDiem-Delivery";

    private const int MaxHeaderKibibytes = 16;

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.Zero,
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
    ];

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        // An answer that leads elsewhere would lead past the list of allowed hosts; a proxy would connect for us.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = MaxHeaderKibibytes,
        ActivityHeadersPropagator = null,
        ConnectCallback = ConnectAsync,
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <param name="attempt">From 1.</param>
    /// <returns>How long to wait before that attempt; null where no more is made.</returns>
    public static TimeSpan? DelayBefore(int attempt) => attempt <= Delays.Length ? Delays[attempt - 1] : null;

    /// <returns>Whether the receiver has it. Where not, it may be sent again: see <see cref="DelayBefore"/>.</returns>
    public async Task<bool> SendAsync(Uri target, WebhookMessage message, CancellationToken cancelled)
    {
        // Asked again: the batch was handed in some time ago, and the settings may have changed.
        if (!settings.IsAllowed(target))
            return false;
        using var patience = new CancellationTokenSource(settings.Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled, patience.Token);
        try
        {
            using var request = RequestFor(target, message);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestFor(Uri target, WebhookMessage message)
    {
        var body = message.ToJson();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        var signature = WebhookMessage.Sign(settings.Secret, clock.GetUtcNow().ToUnixTimeSeconds(), body);
        request.Headers.Add(SignatureHeader, signature);
        request.Headers.Add(DeliveryHeader, message.DeliveryId());
        return request;
    }

    /// <summary>Without TLS nothing proves the name, so such a connection must really end on this machine.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancelled);
        if (context.InitialRequestMessage.RequestUri!.Scheme != Uri.UriSchemeHttps)
            addresses = [.. addresses.Where(IPAddress.IsLoopback)];
        if (addresses.Length == 0)
            throw new HttpRequestException("The host has no address that may be connected to.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
