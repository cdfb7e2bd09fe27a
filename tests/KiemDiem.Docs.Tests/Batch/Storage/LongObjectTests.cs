using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Storage;

/// <summary>A source of some gigabytes passes through a store without ever being in memory.</summary>
[Collection(nameof(Alone))]
public sealed class LongObjectTests(FreshBucket bucket) : IClassFixture<FreshBucket>
{
    private const int MiB = 1024 * 1024;
    private const int Length = 50 * MiB;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_holds_little_of_it_at_a_time() => await AssertTakesLittleAsync(bucket.Store);

    [Fact]
    public async Task A_folder_holds_little_of_it_at_a_time()
    {
        using var folder = new TempFolder();
        await AssertTakesLittleAsync(
            new FileStore(folder.File("objects"), folder.File("aside"), survivesPowerCut: false));
    }

    /// <summary>What was allocated is at least what was held: whoever held all of it would show it here.</summary>
    private static async Task AssertTakesLittleAsync(IObjectStore store)
    {
        var buffer = new byte[MiB];
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await store.PutAsync("long/one", new MadeUpStream(Length, canSeek: false), Stop);
        await using (var stream = await store.OpenAsync("long/one", Stop))
        {
            for (var place = 0; place < Length; place += MiB)
            {
                await stream.ReadExactlyAsync(buffer, Stop);
                Assert.Equal(MadeUpStream.At(place), buffer[0]);
            }
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 2);
    }
}
