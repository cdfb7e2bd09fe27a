using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

[assembly: AssemblyFixture(typeof(S3Server))]

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// A real S3 server on a port of this machine alone, started when a test first asks for a bucket: OpenStack Swift, of
/// Debian's package python3-swift, by s3_server.py. It ends when its input does, however the run dies.
/// </summary>
public sealed class S3Server : IDisposable
{
    public const string AccessKey = "kiemdiem:batches";
    public const string SecretKey = "made-up-secret-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lazy<Running> running = new(() => new Running());
    private int buckets;

    /// <summary>A new and empty bucket.</summary>
    public async Task<S3Settings> CreateBucketAsync(CancellationToken cancelled)
    {
        var settings = new S3Settings($"batches-{Interlocked.Increment(ref buckets)}", "us-east-1")
        {
            ServiceUrl = running.Value.Address,
            ForcePathStyle = true,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
        };
        using var client = Client(settings);
        await client.PutBucketAsync(settings.Bucket, cancelled);
        return settings;
    }

    /// <summary>The SDK itself, for what a store does not show.</summary>
    public static AmazonS3Client Client(S3Settings settings) => new(
        new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.ServiceUrl,
            ForcePathStyle = settings.ForcePathStyle,
            AuthenticationRegion = settings.Region,
        });

    public void Dispose()
    {
        if (running.IsValueCreated)
            running.Value.Dispose();
    }

    private sealed class Running : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly IDisposable deletion;
        private readonly Process process;

        public Running()
        {
            deletion = Janitor.OfRun.Delete(folder.Path);
            var program = Path.Combine(Repository.Root, "tests", "KiemDiem.Docs.Tests", "Support", "s3_server.py");
            string[] arguments = [program, folder.Path, AccessKey, SecretKey];
            process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var port = process.StandardOutput.ReadLineAsync();
            Assert.True(port.Wait(Patience), "The S3 server does not answer.");
            Assert.True(port.Result is not null, "The S3 server did not start (apt-get install python3-swift)");
            _ = errors;
            Address = $"http://127.0.0.1:{port.Result}";
        }

        public string Address { get; }

        public void Dispose()
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
                process.Kill();
            process.WaitForExit();
            process.Dispose();
            folder.Dispose();
            deletion.Dispose();
        }
    }
}
