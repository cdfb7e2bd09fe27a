using System.Text.Json.Serialization;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>
/// What became of one record: a line of a part, an entry of the manifest. No time, host or process is in it, so that
/// every attempt writes the same bytes.
/// </summary>
/// <param name="Number">From 1, in the order of the source.</param>
/// <param name="Place">Where the record stands in its source.</param>
/// <param name="Form">Its form's id; null where it could not be told.</param>
/// <param name="Edition">The edition that it was printed by; null likewise.</param>
/// <param name="Files">What was made of it, one for each format; empty where there are problems.</param>
/// <param name="Problems">Why nothing was made of it.</param>
/// <param name="Warnings">What was mended or left open.</param>
public sealed record RecordResult(
    long Number,
    SourcePlace Place,
    string? Form,
    string? Edition,
    IReadOnlyList<ResultFile> Files,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings)
{
    /// <summary>What an archive asks about the record; null unless the batch is for one.</summary>
    public ArchiveEntry? Archive { get; init; }

    [JsonIgnore]
    public bool IsDone => Problems.Count == 0;
}

/// <summary>A finished file.</summary>
/// <param name="Path">Below the output folder, or in <paramref name="Zip"/>, with "/" between the parts.</param>
/// <param name="Format">"pdf" or "docx".</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Pages">Null where Word decides.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Zip">The ZIP file that it is in, below the output folder; null where it is a file of its own.</param>
public sealed record ResultFile(string Path, string Format, long Bytes, int? Pages, string Sha256, string? Zip);

/// <summary>What an archive asks about a record, by the record itself. What it does not tell is null.</summary>
/// <param name="Fields">By name of NĐ 30/2020, Phụ lục VI.</param>
/// <param name="Nam">Which year it is about.</param>
/// <param name="DonVi">The unit whose file it belongs to.</param>
/// <param name="DoiTuong">Who, or what body, it is about.</param>
/// <param name="NgaySinh">Tells persons of one name apart.</param>
public sealed record ArchiveEntry(
    IReadOnlyDictionary<string, string> Fields, int? Nam, string? DonVi, string? DoiTuong, string? NgaySinh);
