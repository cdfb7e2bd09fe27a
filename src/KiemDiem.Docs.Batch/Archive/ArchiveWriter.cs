using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>A file that was written beside the documents.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ArchiveFile(string Path, string Sha256, long Bytes);

/// <summary>
/// Writes what an archive is given beside the documents: for each file what is known about it, as XML and JSON, and
/// what is in it, as PDF and workbook; and at the root which files there are.
/// </summary>
/// <remarks>Memory does not grow with the number of records, units or documents of a unit.</remarks>
/// <param name="store">Where all of it goes.</param>
/// <param name="theThuc">How the lists are set.</param>
/// <param name="fonts">In which type.</param>
public sealed class ArchiveWriter(IObjectStore store, TheThuc theThuc, FontLibrary fonts)
{
    /// <summary>Of one list of files; it goes on in another volume.</summary>
    internal const int MaxFilesInList = 2_000;

    private const string MetadataXml = ".xml";
    private const string MetadataJson = ".json";
    private const string ContentsPdf = ".pdf";
    private const string ContentsSheet = ".xlsx";

    private readonly ContentsDocument contents = new(theThuc);

    /// <param name="results">In any order; those without what an archive asks for are passed over.</param>
    /// <param name="outputs">The prefix of the output folder, with "/" at its end.</param>
    /// <param name="scratch">A prefix for nothing else, with "/" at its end; it is emptied before and after.</param>
    /// <param name="cancelled">Stops it; all of it is to be done again then.</param>
    /// <returns>
    /// Every file that was written, in the order of writing. Work is done while this is gone through; the caller
    /// settles the store afterwards.
    /// </returns>
    public async IAsyncEnumerable<ArchiveFile> WriteAsync(
        IAsyncEnumerable<RecordResult> results,
        string outputs,
        string scratch,
        [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await store.DeleteAllAsync(scratch, cancelled);
        var sorter = new EntrySorter(store, scratch);
        await foreach (var result in results.WithCancellation(cancelled))
        {
            if (ArchivedDocument.Of(result) is { } document)
                await sorter.AddAsync(document, cancelled);
        }

        var list = new List<ListedFile>();
        var listed = 0;
        await foreach (var unit in Volumes.Of(sorter.SortedAsync(cancelled), cancelled: cancelled))
        {
            if (list.Count == MaxFilesInList)
            {
                await foreach (var file in WriteAsync(list, listed, outputs, cancelled))
                    yield return file;
                listed += list.Count;
                list.Clear();
            }

            list.Add(ListedFile.Of(unit));
            await foreach (var file in WriteAsync(unit, outputs, cancelled))
                yield return file;
        }

        if (list.Count > 0)
        {
            await foreach (var file in WriteAsync(list, listed, outputs, cancelled))
                yield return file;
        }

        await store.DeleteAllAsync(scratch, cancelled);
    }

    private async IAsyncEnumerable<ArchiveFile> WriteAsync(
        FileUnit unit, string outputs, [EnumeratorCancellation] CancellationToken cancelled)
    {
        (string Path, byte[] Content)[] files =
        [
            (unit.PathOf(ArchiveNames.Metadata, MetadataXml), MetadataFile.Xml(unit)),
            (unit.PathOf(ArchiveNames.Metadata, MetadataJson), MetadataFile.Json(unit)),
            (unit.PathOf(ArchiveNames.Contents, ContentsPdf), Pdf(contents.Of(unit))),
            (unit.PathOf(ArchiveNames.Contents, ContentsSheet), ContentsWorkbook.Of(unit)),
        ];
        foreach (var (path, content) in files)
            yield return await PutAsync(outputs, path, content, cancelled);
    }

    private async IAsyncEnumerable<ArchiveFile> WriteAsync(
        List<ListedFile> files, int before, string outputs, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var volume = (before / MaxFilesInList) + 1;
        yield return await PutAsync(
            outputs,
            ArchiveNames.Of(ArchiveNames.Contents, volume, ContentsPdf),
            Pdf(contents.Of(files, before + 1)),
            cancelled);
        yield return await PutAsync(
            outputs,
            ArchiveNames.Of(ArchiveNames.Contents, volume, ContentsSheet),
            ContentsWorkbook.Of(files, before + 1),
            cancelled);
    }

    private byte[] Pdf(Document document) => PdfWriter.Write(LayoutEngine.LayOut(document, fonts), []);

    private async Task<ArchiveFile> PutAsync(
        string outputs, string path, byte[] content, CancellationToken cancelled)
    {
        using var stream = new MemoryStream(content, writable: false);
        await store.PutUnsettledAsync(outputs + path, stream, cancelled);
        return new ArchiveFile(path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }
}
