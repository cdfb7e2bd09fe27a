using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Storage;

/// <summary>A folder keeps objects as a bucket does.</summary>
public sealed class FileStoreTests : ObjectStoreTests, IDisposable
{
    private readonly TempFolder folder = new();

    protected override IObjectStore Store =>
        new FileStore(folder.File("objects"), folder.File("aside"), survivesPowerCut: false);

    public void Dispose() => folder.Dispose();
}
