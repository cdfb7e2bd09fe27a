namespace KiemDiem.Docs.Batch.Work.Slices;

/// <summary>The slice that is being filled, on disk: a ZIP of very many records may be large.</summary>
internal sealed class SliceBuilder(string scratch) : IAsyncDisposable
{
    private readonly FileStream file = Scratch.NewFile(scratch);

    public int Count { get; private set; }

    public long Bytes => file.Position;

    public void Add(SliceRecord record)
    {
        Slice.Write(file, record);
        Count++;
    }

    /// <summary>All of it, from its beginning.</summary>
    public Stream Read()
    {
        file.SetLength(file.Position);
        file.Position = 0;
        return file;
    }

    public void Clear()
    {
        file.SetLength(0);
        Count = 0;
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
