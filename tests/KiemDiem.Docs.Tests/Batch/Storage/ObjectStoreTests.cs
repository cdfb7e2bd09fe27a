using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Tests.Batch.Storage;

/// <summary>What batches rely on, wherever their objects are kept: every store is put through all of this.</summary>
public abstract class ObjectStoreTests
{
    /// <summary>S3 lists and deletes by the thousand; here it turns its pages earlier.</summary>
    internal const int PageKeys = 100;

    private const int MiB = 1024 * 1024;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The same for all tests of a class; each of them has a prefix of its own.</summary>
    protected abstract IObjectStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(MiB - 1)]
    [InlineData(MiB)]
    [InlineData(MiB + 1)]
    [InlineData(S3Store.PartBytes - 1)]
    [InlineData(S3Store.PartBytes)]
    [InlineData(S3Store.PartBytes + 1)]
    [InlineData((2 * S3Store.PartBytes) + 7)]
    public async Task What_was_put_is_read_back_to_the_byte(int length)
    {
        foreach (var canSeek in (bool[])[true, false])
        {
            var key = $"lengths/{length}-{canSeek}";
            await Store.PutAsync(key, new MadeUpStream(length, canSeek), Stop);

            Assert.Equal(length, await Store.LengthAsync(key, Stop));
            await using var stream = await Store.OpenAsync(key, Stop);
            Assert.Equal(length, stream.Length);
            await AssertHoldsAsync(stream, 0, length);
        }
    }

    [Fact]
    public async Task A_stream_is_put_from_where_it_stands()
    {
        using var stream = new MadeUpStream(100, canSeek: true);
        stream.Position = 40;

        await Store.PutAsync("from/there", stream, Stop);

        await using var back = await Store.OpenAsync("from/there", Stop);
        await AssertHoldsAsync(back, 0, 60, shift: 40);
    }

    [Fact]
    public async Task An_open_object_can_be_read_at_any_place()
    {
        const int length = (3 * MiB) + 5;
        await Store.PutAsync("places/one", new MadeUpStream(length, canSeek: true), Stop);
        await using var stream = await Store.OpenAsync("places/one", Stop);

        Assert.True(stream.CanSeek);
        foreach (var place in (int[])[length - 3, 0, (2 * MiB) - 2, MiB, 17, length])
        {
            stream.Seek(place, SeekOrigin.Begin);
            await AssertHoldsAsync(stream, place, Math.Min(100, length - place));
        }

        stream.Seek(-4, SeekOrigin.End);
        Assert.Equal(MadeUpStream.At(length - 4), (byte)stream.ReadByte());
        Assert.Equal(length - 3, stream.Position);
    }

    [Fact]
    public async Task Who_writes_a_key_again_writes_over_it()
    {
        await Store.PutAsync("again/one", new MadeUpStream(2 * S3Store.PartBytes, canSeek: true), Stop);

        await Store.PutAsync("again/one", new MadeUpStream(10, canSeek: true), Stop);

        Assert.Equal(10, await Store.LengthAsync("again/one", Stop));
        await using var stream = await Store.OpenAsync("again/one", Stop);
        await AssertHoldsAsync(stream, 0, 10);
    }

    [Fact]
    public async Task Every_reader_finds_a_whole_object_while_others_write_it()
    {
        const int length = (2 * MiB) + 11;
        await Store.PutAsync("meanwhile/one", new MadeUpStream(length, canSeek: true), Stop);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var writer = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                    await Store.PutAsync("meanwhile/one", new MadeUpStream(length, canSeek: false), Stop);
            },
            Stop);

        for (var i = 0; i < 20; i++)
        {
            await using var stream = await Store.OpenAsync("meanwhile/one", Stop);
            Assert.Equal(length, stream.Length);
            await AssertHoldsAsync(stream, 0, length);
        }

        await done.CancelAsync();
        await writer;
    }

    [Theory]
    [InlineData(100)]
    [InlineData(S3Store.PartBytes + (5 * MiB))]
    public async Task An_object_appears_whole_or_not_at_all(int breaksAt)
    {
        var key = $"broken/{breaksAt}";
        var broken = new MadeUpStream(3 * S3Store.PartBytes, canSeek: false) { BreaksAt = breaksAt };

        var fault = await Assert.ThrowsAsync<IOException>(() => Store.PutAsync(key, broken, Stop));

        Assert.Equal(MadeUpStream.Fault, fault.Message);
        Assert.Null(await Store.LengthAsync(key, Stop));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(key, Stop));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        await Store.PutAsync("kept/one", new MadeUpStream(10, canSeek: true), Stop);
        var broken = new MadeUpStream(3 * S3Store.PartBytes, canSeek: false) { BreaksAt = 2 * S3Store.PartBytes };

        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("kept/one", broken, Stop));

        Assert.Equal(10, await Store.LengthAsync("kept/one", Stop));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var content = new MadeUpStream(3 * S3Store.PartBytes, canSeek: false)
        {
            Reached = (S3Store.PartBytes + 1, cancel.Cancel),
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.PutAsync("cancelled/one", content, cancel.Token));

        Assert.Null(await Store.LengthAsync("cancelled/one", Stop));
    }

    [Fact]
    public async Task A_list_ends_when_it_is_cancelled()
    {
        foreach (var key in (string[])["stopped/a", "stopped/b"])
            await Store.PutAsync(key, new MadeUpStream(1, canSeek: true), Stop);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ListAsync("stopped/", cancel.Token));
    }

    [Fact]
    public async Task What_is_not_there_is_told_so()
    {
        await Store.PutAsync("folder/one/a.pdf", new MadeUpStream(1, canSeek: true), Stop);

        foreach (var key in (string[])["nobody", "folder/two", "folder/one", "folder/one/a.pd", "folder/one/a.pdf/b"])
        {
            Assert.Null(await Store.LengthAsync(key, Stop));
            await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(key, Stop));
        }

        Assert.Empty(await ListAsync("nobody/", Stop));
        await Store.DeleteAllAsync("nobody/", Stop);
    }

    /// <summary>Names as units and persons give them, and some that a folder sorts otherwise than a list.</summary>
    [Fact]
    public async Task Keys_are_listed_in_ordinal_order_and_only_those_below()
    {
        string[] keys =
        [
            "names/2021/Chi bộ Phú Thạnh/Nguyễn Văn Ấn.pdf", "names/2021/Chi bộ Đăk Lăk/Y Ƀhăm Êban.pdf",
            "names/2021/a b+c%20&'()=;@,~!$#.pdf", "names/2021/a-b/1", "names/2021/a.b", "names/2021/a/b",
            "names/2021/a0", "names/2021/A", "names/2021/Z", "names/2021/ß", "names/2021/ngày", "names/2021/nga\u0300y",
            "names/2022/x", "names/2021x",
        ];
        foreach (var key in keys)
            await Store.PutAsync(key, new MadeUpStream(key.Length, canSeek: true), Stop);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await ListAsync("names/", Stop));
        Assert.Equal(
            keys.Where(key => key.StartsWith("names/2021/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            await ListAsync("names/2021/", Stop));
        foreach (var key in keys)
            Assert.Equal(key.Length, await Store.LengthAsync(key, Stop));
    }

    [Fact]
    public async Task More_keys_than_a_page_holds_are_listed_and_deleted()
    {
        var keys = Enumerable.Range(0, (2 * PageKeys) + 3).Select(number => $"many/{number % 7}/{number}").ToList();
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop },
            async (key, stop) => await Store.PutAsync(key, new MadeUpStream(1, canSeek: true), stop));
        await Store.PutAsync("many-others/one", new MadeUpStream(1, canSeek: true), Stop);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await ListAsync("many/", Stop));
        await Store.DeleteAllAsync("many/", Stop);

        Assert.Empty(await ListAsync("many/", Stop));
        Assert.Equal(["many-others/one"], await ListAsync("many-others/", Stop));
    }

    protected async Task<List<string>> ListAsync(string prefix, CancellationToken cancelled)
    {
        var keys = new List<string>();
        await foreach (var key in Store.ListAsync(prefix, cancelled))
            keys.Add(key);
        return keys;
    }

    private static async Task AssertHoldsAsync(Stream stream, int from, int count, int shift = 0)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, Stop);
        for (var i = 0; i < count; i++)
        {
            if (bytes[i] != MadeUpStream.At(from + shift + i))
                Assert.Fail($"Byte {from + i} is not the one that was put.");
        }
    }
}
