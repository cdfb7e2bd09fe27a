using System.IO.Hashing;

namespace KiemDiem.Docs.Batch.Zips;

/// <summary>A file that is to go into a ZIP file.</summary>
/// <param name="Path">With "/" between the parts.</param>
/// <param name="Open">Opens it; the stream can seek, and is disposed of here.</param>
public sealed record ZipItem(string Path, Func<CancellationToken, Task<Stream>> Open);

/// <summary>
/// Writes any number of files of any length as a ZIP file to a stream that only goes forward, such as the answer to a
/// request. ZIP64 where it takes it; otherwise as <see cref="ChunkZip"/>.
/// </summary>
public static class ZipStream
{
    /// <summary>Files up to this are read once, larger ones twice: their sum stands in front of them.</summary>
    private const int BufferBytes = 1024 * 1024;

    /// <param name="target">Only written to; the caller disposes of it.</param>
    /// <param name="items">Taken one by one.</param>
    /// <param name="directory">
    /// Empty, to read and write: keeps the table of contents until the end, about 150 bytes a file. A file of the
    /// machine where there may be many.
    /// </param>
    /// <param name="cancelled">Stops it; what was written is then no ZIP file.</param>
    public static async Task WriteAsync(
        Stream target, IAsyncEnumerable<ZipItem> items, Stream directory, CancellationToken cancelled)
    {
        var layout = new ZipLayout();
        var buffer = new byte[BufferBytes];
        await foreach (var item in items.WithCancellation(cancelled))
        {
            await using var file = await item.Open(cancelled);
            var (length, crc, buffered) = await SumAsync(file, buffer, cancelled);
            var (local, entry) = layout.Add(item.Path, length, crc);
            await target.WriteAsync(local, cancelled);
            if (buffered)
                await target.WriteAsync(buffer.AsMemory(0, (int)length), cancelled);
            else
                await CopyAsync(file, target, length, buffer, cancelled);
            await directory.WriteAsync(entry, cancelled);
        }

        directory.Position = 0;
        await directory.CopyToAsync(target, cancelled);
        await target.WriteAsync(layout.End(), cancelled);
        await target.FlushAsync(cancelled);
    }

    /// <returns>Also whether all of the file is in the buffer.</returns>
    private static async Task<(long Length, uint Crc, bool Buffered)> SumAsync(
        Stream file, byte[] buffer, CancellationToken cancelled)
    {
        var crc = new Crc32();
        var length = 0L;
        while (true)
        {
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancelled);
            crc.Append(buffer.AsSpan(0, read));
            length += read;
            if (read < buffer.Length)
                return (length, crc.GetCurrentHashAsUInt32(), length == read);
        }
    }

    private static async Task CopyAsync(
        Stream file, Stream target, long length, byte[] buffer, CancellationToken cancelled)
    {
        file.Position = 0;
        var left = length;
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancelled);
            if (read == 0)
                throw new EndOfStreamException("A file became shorter while it was put into a ZIP file.");
            await target.WriteAsync(buffer.AsMemory(0, read), cancelled);
            left -= read;
        }
    }
}
