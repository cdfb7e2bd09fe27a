using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>A finished document on its way into the file that it belongs to.</summary>
/// <param name="Folder">Where it stands, below the output folder; every folder is one file.</param>
/// <param name="File">Its name there.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="Number">Of its record.</param>
/// <param name="Entry">What its record tells.</param>
internal sealed record ArchivedDocument(string Folder, string File, string Sha256, long Number, ArchiveEntry Entry)
    : IComparable<ArchivedDocument>
{
    private const string AfterAllDates = "~";

    /// <returns>Null for a record that nothing was made of.</returns>
    /// <exception cref="InvalidOperationException">The document stands in no folder, or in none of its own.</exception>
    public static ArchivedDocument? Of(RecordResult result)
    {
        if (result.Archive is null || !result.IsDone)
            return null;
        var file = result.Files.SingleOrDefault(made => made.Format == BatchOptions.Pdf);
        if (file is null)
            return null;
        var slash = file.Path.LastIndexOf('/');
        if (slash <= 0 || file.Zip is not null)
            throw new InvalidOperationException("A document of an archive must stand in the folder of its file.");
        return new ArchivedDocument(
            file.Path[..slash], file.Path[(slash + 1)..], file.Sha256, result.Number, result.Archive);
    }

    /// <summary>
    /// Folder by folder; inside, in the order in which the documents came to be, those without a date last.
    /// Source: NĐ 30/2020/NĐ-CP, Phụ lục VI, phần I, III.4.g.
    /// </summary>
    public int CompareTo(ArchivedDocument? other)
    {
        if (other is null)
            return 1;
        var folder = string.CompareOrdinal(Folder, other.Folder);
        if (folder != 0)
            return folder;
        var date = string.CompareOrdinal(
            Entry.NgayVanBan ?? AfterAllDates, other.Entry.NgayVanBan ?? AfterAllDates);
        return date != 0 ? date : Number.CompareTo(other.Number);
    }
}

/// <summary>Documents as lines of a file that only this room reads.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ArchivedDocument))]
internal sealed partial class SpillJson : JsonSerializerContext
{
    private static SpillJson? context;

    /// <summary>Made late: the generated part of this class has static members too, in no order with these.</summary>
    public static SpillJson Context => context ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
