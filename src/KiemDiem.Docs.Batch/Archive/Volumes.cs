using System.Runtime.CompilerServices;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>Cuts sorted documents into files, and files that are too large into volumes.</summary>
internal static class Volumes
{
    /// <param name="sorted">Folder by folder.</param>
    /// <param name="maxDocuments">Of a volume.</param>
    /// <param name="cancelled">Stops it.</param>
    public static async IAsyncEnumerable<FileUnit> Of(
        IAsyncEnumerable<ArchivedDocument> sorted,
        int maxDocuments = FileUnit.MaxDocuments,
        [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        var documents = new List<ArchivedDocument>();
        var pages = 0;
        int? volume = null;
        await foreach (var document in sorted.WithCancellation(cancelled))
        {
            if (documents.Count > 0 && documents[0].Folder != document.Folder)
            {
                yield return new FileUnit(documents[0].Folder, volume, [.. documents]);
                (pages, volume) = (0, null);
                documents.Clear();
            }
            else if (documents.Count == maxDocuments || pages + PagesOf(document) > FileUnit.MaxPages)
            {
                volume ??= 1;
                yield return new FileUnit(documents[0].Folder, volume, [.. documents]);
                (pages, volume) = (0, volume + 1);
                documents.Clear();
            }

            documents.Add(document);
            pages += PagesOf(document);
        }

        if (documents.Count > 0)
            yield return new FileUnit(documents[0].Folder, volume, [.. documents]);
    }

    private static int PagesOf(ArchivedDocument document) => document.Entry.SoTrang ?? 0;
}
