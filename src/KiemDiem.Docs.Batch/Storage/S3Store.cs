using System.Buffers;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace KiemDiem.Docs.Batch.Storage;

/// <summary>A bucket of Amazon S3, or of a server that speaks its language.</summary>
/// <remarks>
/// Only what every such server has is asked of it: no condition, no checksum in a trailer, no token of a listing. The
/// hash of each body in its signature sees to it that it arrives as it was sent. S3 lists by the bytes of UTF-8: that
/// is ordinal order wherever no key has a character beyond U+FFFF.
/// </remarks>
public sealed class S3Store : IObjectStore, IDisposable
{
    /// <summary>Streams up to this length go in one request, longer ones in parts of it.</summary>
    internal const int PartBytes = 8 * 1024 * 1024;

    /// <summary>As many as one request may delete, and one answer lists.</summary>
    private const int MostKeys = 1_000;

    private const int Attempts = 3;

    private readonly S3Client client;
    private readonly string bucket;
    private readonly string prefix;
    private readonly int pageKeys;

    public S3Store(S3Settings settings)
        : this(settings, MostKeys)
    {
    }

    /// <summary>Tests turn many pages with few keys.</summary>
    internal S3Store(S3Settings settings, int pageKeys)
    {
        this.pageKeys = pageKeys;
        if (settings.Prefix.Length > 0 && !settings.Prefix.EndsWith('/'))
            throw new ArgumentException("A prefix ends with \"/\".", nameof(settings));
        bucket = settings.Bucket;
        prefix = settings.Prefix;
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.ForcePathStyle,
            MaxErrorRetry = 5,
            RetryMode = RequestRetryMode.Standard,
            // Amazon's newer checksums are unknown to many servers of other makers.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.ServiceUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        else
        {
            config.ServiceURL = settings.ServiceUrl;
            config.AuthenticationRegion = settings.Region;
        }

        client = settings is { AccessKey: { } access, SecretKey: { } secret }
            ? new S3Client(new BasicAWSCredentials(access, secret), config)
            : new S3Client(config);
    }

    /// <inheritdoc/>
    public async Task PutAsync(string key, Stream content, CancellationToken cancelled)
    {
        // One byte more than there is tells the end of a short stream at once.
        var wanted = content.CanSeek
            ? (int)Math.Clamp(content.Length - content.Position + 1, 1, PartBytes)
            : PartBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(wanted);
        try
        {
            var first = await FillAsync(content, buffer.AsMemory(0, wanted), cancelled);
            if (first < PartBytes)
                await AskAsync(() => PutWholeAsync(key, buffer, first, cancelled));
            else
                await AskAsync(() => PutInPartsAsync(key, content, buffer, cancelled));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string key, CancellationToken cancelled)
    {
        // All of it is asked for: most objects are small, an empty one has no range, and the answer tells the length.
        var (first, length) = await GetAsync(key, range: null, FirstBlockAsync, cancelled);
        return new BlockStream(first, length, (from, block, stop) => GetAsync(
            key, new ByteRange(from, from + block.Length - 1), answer => FillAsync(answer, block, stop), stop));

        async Task<(byte[] Block, long Length)> FirstBlockAsync(GetObjectResponse answer)
        {
            var block = new byte[Math.Min(answer.ContentLength, BlockStream.BlockBytes)];
            await FillAsync(answer, block, cancelled);
            return (block, answer.ContentLength);
        }

        static async Task<int> FillAsync(GetObjectResponse answer, Memory<byte> block, CancellationToken stop)
        {
            await answer.ResponseStream.ReadExactlyAsync(block, stop);
            return block.Length;
        }
    }

    /// <inheritdoc/>
    public Task<long?> LengthAsync(string key, CancellationToken cancelled) => AskAsync<long?>(async () =>
    {
        try
        {
            return (await client.GetObjectMetadataAsync(bucket, prefix + key, cancelled)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancelled)
    {
        await foreach (var page in PagesAsync(prefix, cancelled))
        {
            foreach (var key in page)
                yield return key[this.prefix.Length..];
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAllAsync(string prefix, CancellationToken cancelled)
    {
        await foreach (var page in PagesAsync(prefix, cancelled))
        {
            var request = new DeleteObjectsRequest
            {
                BucketName = bucket,
                Quiet = true,
                Objects = [.. page.Select(key => new KeyVersion { Key = key })],
            };
            await AskAsync(() => client.DeleteObjectsAsync(request, cancelled));
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Other rooms do not know the SDK.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException refused)
        {
            throw new StorageException($"The store answered {(int)refused.StatusCode} {refused.ErrorCode}.", refused);
        }
        catch (Exception silent) when (IsOfStore(silent))
        {
            throw new StorageException("The store does not answer.", silent);
        }
    }

    private static bool IsOfStore(Exception fault) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException;

    private static async Task<int> FillAsync(Stream content, Memory<byte> buffer, CancellationToken cancelled) =>
        await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancelled);

    private Task<PutObjectResponse> PutWholeAsync(string key, byte[] buffer, int length, CancellationToken cancelled) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = prefix + key,
                InputStream = new MemoryStream(buffer, 0, length, writable: false),
                UseChunkEncoding = false,
            },
            cancelled);

    /// <param name="key">See <see cref="PutAsync"/>.</param>
    /// <param name="content">What comes after the first part.</param>
    /// <param name="buffer">Holds the first part.</param>
    /// <param name="cancelled">Then nothing of it stays.</param>
    private async Task<CompleteMultipartUploadResponse> PutInPartsAsync(
        string key, Stream content, byte[] buffer, CancellationToken cancelled)
    {
        var upload = await client.InitiateMultipartUploadAsync(bucket, prefix + key, cancelled);
        try
        {
            var parts = new List<PartETag>();
            for (var length = PartBytes; length > 0;
                length = await FillAsync(content, buffer.AsMemory(0, PartBytes), cancelled))
            {
                var number = parts.Count + 1;
                var part = await client.UploadPartAsync(PartOf(upload, number, buffer, length), cancelled);
                parts.Add(new PartETag(number, part.ETag));
            }

            var whole = new CompleteMultipartUploadRequest
            {
                BucketName = bucket,
                Key = prefix + key,
                UploadId = upload.UploadId,
                PartETags = parts,
            };
            return await client.CompleteMultipartUploadAsync(whole, cancelled);
        }
        catch
        {
            await AbandonAsync(upload);
            throw;
        }
    }

    private UploadPartRequest PartOf(InitiateMultipartUploadResponse upload, int number, byte[] buffer, int length) =>
        new()
        {
            BucketName = bucket,
            Key = upload.Key,
            UploadId = upload.UploadId,
            PartNumber = number,
            PartSize = length,
            InputStream = new MemoryStream(buffer, 0, length, writable: false),
            UseChunkEncoding = false,
        };

    /// <summary>Its parts would take room that nobody sees. Whatever goes wrong here, the first fault counts.</summary>
    private async Task AbandonAsync(InitiateMultipartUploadResponse upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, upload.Key, upload.UploadId, CancellationToken.None);
        }
        catch (Exception second) when (IsOfStore(second))
        {
        }
    }

    /// <summary>Asks for an object, or a range of it, and takes what it wants from the answer.</summary>
    private Task<T> GetAsync<T>(
        string key, ByteRange? range, Func<GetObjectResponse, Task<T>> take, CancellationToken cancelled) =>
        AskAsync(async () =>
        {
            var request = new GetObjectRequest { BucketName = bucket, Key = prefix + key, ByteRange = range };
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    using var answer = await client.GetObjectAsync(request, cancelled);
                    return await take(answer);
                }
                catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
                {
                    throw new FileNotFoundException("The store has no such object.", key, missing);
                }
                catch (IOException) when (attempt < Attempts)
                {
                    // The SDK asks again until an answer begins; from there to its end it is for us.
                }
            }
        });

    /// <summary>Page by page, by the last key: so a page may be deleted before the next is asked for.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string>> PagesAsync(
        string below, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix + below, MaxKeys = pageKeys };
        while (true)
        {
            var answer = await AskAsync(() => client.ListObjectsV2Async(request, cancelled));
            var keys = (answer.S3Objects ?? []).Select(found => found.Key).ToList();
            if (keys.Count > 0)
                yield return keys;
            if (answer.IsTruncated != true || keys.Count == 0)
                yield break;
            request.StartAfter = keys[^1];
        }
    }
}
