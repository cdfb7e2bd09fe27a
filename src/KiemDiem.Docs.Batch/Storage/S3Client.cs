using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;

namespace KiemDiem.Docs.Batch.Storage;

/// <summary>
/// The SDK's client, whose requests to delete many objects bear a Content-MD5: servers of other makers insist on it,
/// and the SDK has sent only newer checksums since its version 4.
/// </summary>
internal sealed class S3Client : AmazonS3Client
{
    public S3Client(AmazonS3Config config)
        : base(config)
    {
    }

    public S3Client(AWSCredentials credentials, AmazonS3Config config)
        : base(credentials, config)
    {
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        // The body is there after the marshaller; headers are signed after this.
        pipeline.AddHandlerAfter<Marshaller>(new ContentMd5());
    }

    private sealed class ContentMd5 : PipelineHandler
    {
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var context = executionContext.RequestContext;
            if (context.OriginalRequest is DeleteObjectsRequest)
                context.Request.Headers["Content-MD5"] = Digest(context.Request.ContentStream);
            return base.InvokeAsync<T>(executionContext);
        }

        [System.Diagnostics.CodeAnalysis.SuppressMessage(
            "Security", "CA5351", Justification = "S3 calls for it; it guards against accidents, not people.")]
        private static string Digest(Stream body)
        {
            var digest = Convert.ToBase64String(MD5.HashData(body));
            body.Position = 0;
            return digest;
        }
    }
}
