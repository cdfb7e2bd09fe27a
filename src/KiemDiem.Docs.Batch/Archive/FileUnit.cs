using System.Globalization;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>Hồ sơ: the documents of one folder, or as many of them as one volume may hold.</summary>
/// <param name="folder">Below the output folder.</param>
/// <param name="volume">Null where all are in one.</param>
/// <param name="documents">In the order in which they came to be.</param>
internal sealed class FileUnit(string folder, int? volume, IReadOnlyList<ArchivedDocument> documents)
{
    /// <summary>
    /// DocOrdinal has three digits, so that a file of more documents goes on in another volume.
    /// Source: NĐ 30/2020/NĐ-CP, Phụ lục VI, phần II.
    /// </summary>
    public const int MaxDocuments = 999;

    /// <summary>PageTotal has four.</summary>
    public const int MaxPages = 9_999;

    private const int CompleteDate = 10;

    private readonly List<string> dates = [.. documents
        .Select(document => document.Entry.NgayVanBan)
        .Where(date => date?.Length == CompleteDate)
        .OfType<string>()
        .Order(StringComparer.Ordinal)];

    public string Folder { get; } = folder;

    public int? Volume { get; } = volume;

    public IReadOnlyList<ArchivedDocument> Documents { get; } = documents;

    /// <summary>Null where the documents are not of one year.</summary>
    public int? Nam { get; } = Shared(documents, entry => entry.Nam);

    /// <summary>Null where they are not of one unit.</summary>
    public string? DonVi { get; } = Shared(documents, entry => entry.DonVi);

    /// <summary>Unit, year and volume, as far as the documents agree on them.</summary>
    public string? Title => Joined(DonVi, Numbered("năm", Nam), Numbered("tập", Volume));

    /// <summary>The same without the year.</summary>
    public string? TitleWithoutYear => Joined(DonVi, Numbered("tập", Volume));

    /// <summary>The first complete date.</summary>
    public string? StartDate => dates.FirstOrDefault();

    /// <summary>The last one.</summary>
    public string? EndDate => dates.LastOrDefault();

    /// <summary>Null where the pages of a document are not known.</summary>
    public int? PageTotal { get; } = documents.Aggregate((int?)0, (sum, document) => sum + document.Entry.SoTrang);

    /// <summary>The date of what is made of it: that of the last document that a file can bear.</summary>
    public DateOnly Date => EndDate is { } end && PartialDate.TryParse(end, out var date)
        ? date.LastDay
        : DateOnly.MinValue;

    /// <summary>"ho-so.xml", "ho-so-tap-2.xml"</summary>
    public string PathOf(string name, string ending) => $"{Folder}/{ArchiveNames.Of(name, Volume, ending)}";

    private static string? Joined(params IEnumerable<string?> parts) =>
        string.Join(", ", parts.OfType<string>()) is { Length: > 0 } title ? title : null;

    private static string? Numbered(string what, int? number) =>
        number is { } known ? string.Create(CultureInfo.InvariantCulture, $"{what} {known}") : null;

    private static T? Shared<T>(IReadOnlyList<ArchivedDocument> documents, Func<ArchiveEntry, T?> fact)
    {
        var first = fact(documents[0].Entry);
        return documents.All(document => Equals(fact(document.Entry), first)) ? first : default;
    }
}
