using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Storage;

/// <summary>A bucket keeps objects as a folder does, and tells nobody its keys.</summary>
public sealed class S3StoreTests(FreshBucket bucket) : ObjectStoreTests, IClassFixture<FreshBucket>
{
    private const string WrongSecret = "another-made-up-secret";

    protected override IObjectStore Store => bucket.Store;

    [Fact]
    public async Task A_store_stays_below_its_prefix()
    {
        using var neighbour = new S3Store(bucket.Settings with { Prefix = "a/bb/" });
        await neighbour.PutAsync("prefix/theirs", new MadeUpStream(1, canSeek: true), Stop);
        await Store.PutAsync("prefix/ours", new MadeUpStream(1, canSeek: true), Stop);

        Assert.Equal(["prefix/ours"], await ListAsync("prefix/", Stop));
        await Store.DeleteAllAsync("prefix/", Stop);

        Assert.Equal(1, await neighbour.LengthAsync("prefix/theirs", Stop));
        Assert.Throws<ArgumentException>(() => new S3Store(bucket.Settings with { Prefix = "a" }));
    }

    [Fact]
    public async Task Parts_of_a_write_that_broke_off_are_not_kept()
    {
        var broken = new MadeUpStream(3 * S3Store.PartBytes, canSeek: false) { BreaksAt = 2 * S3Store.PartBytes };
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("parts/one", broken, Stop));

        using var client = S3Server.Client(bucket.Settings);
        var uploads = await client.ListMultipartUploadsAsync(bucket.Settings.Bucket, Stop);

        Assert.DoesNotContain("a/b/parts/one", (uploads.MultipartUploads ?? []).Select(upload => upload.Key));
    }

    [Fact]
    public async Task What_a_store_refuses_is_told_without_a_secret()
    {
        using var store = new S3Store(bucket.Settings with { SecretKey = WrongSecret });

        var fault = await Assert.ThrowsAsync<StorageException>(
            () => store.PutAsync("refused/one", new MadeUpStream(1, canSeek: true), Stop));
        await Assert.ThrowsAsync<StorageException>(() => store.OpenAsync("refused/one", Stop));
        await Assert.ThrowsAsync<StorageException>(() => store.LengthAsync("refused/one", Stop));

        Assert.Equal("The store answered 403 SignatureDoesNotMatch.", fault.Message);
        foreach (var told in (string[])[fault.ToString(), bucket.Settings.ToString()])
        {
            Assert.DoesNotContain(WrongSecret, told, StringComparison.Ordinal);
            Assert.DoesNotContain(S3Server.SecretKey, told, StringComparison.Ordinal);
            Assert.DoesNotContain(S3Server.AccessKey, told, StringComparison.Ordinal);
        }
    }

    /// <summary>Else a mistyped name would look like a store in which nothing is done yet.</summary>
    [Fact]
    public async Task A_bucket_that_is_not_there_is_not_an_empty_one()
    {
        using var store = new S3Store(bucket.Settings with { Bucket = "nobody-s" });

        await Assert.ThrowsAsync<StorageException>(() => store.OpenAsync("one", Stop));
        await Assert.ThrowsAsync<StorageException>(
            async () => await store.ListAsync("", Stop).FirstOrDefaultAsync(Stop));
    }

    [Fact]
    public async Task Without_keys_the_SDK_looks_where_it_always_does()
    {
        using var store = new S3Store(bucket.Settings with { AccessKey = null, SecretKey = null });
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", S3Server.AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", S3Server.SecretKey);
        try
        {
            await store.PutAsync("chain/one", new MadeUpStream(7, canSeek: true), Stop);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", null);
            Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", null);
        }

        Assert.Equal(7, await Store.LengthAsync("chain/one", Stop));
    }
}

/// <summary>A bucket for one class.</summary>
public sealed class FreshBucket(S3Server server) : IAsyncLifetime
{
    private S3Store? store;

    public S3Settings Settings { get; private set; } = null!;

    public IObjectStore Store => store!;

    public async ValueTask InitializeAsync()
    {
        Settings = await server.CreateBucketAsync(TestContext.Current.CancellationToken) with { Prefix = "a/b/" };
        store = new S3Store(Settings, ObjectStoreTests.PageKeys);
    }

    public ValueTask DisposeAsync()
    {
        store?.Dispose();
        return ValueTask.CompletedTask;
    }
}
