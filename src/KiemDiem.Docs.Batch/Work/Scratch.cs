namespace KiemDiem.Docs.Batch.Work;

/// <summary>Files that are gone when they are closed, for what may be too large for memory.</summary>
internal static class Scratch
{
    private const int BufferBytes = 64 * 1024;

    public static FileStream NewFile(string folder)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(
            Path.Combine(folder, Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes,
            FileOptions.DeleteOnClose);
    }
}
