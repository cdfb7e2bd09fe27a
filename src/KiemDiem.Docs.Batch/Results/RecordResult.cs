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

/// <summary>
/// What an archive asks about a record, in the record's own words and at their full length. What it does not tell is
/// null: nothing is made up.
/// </summary>
public sealed record ArchiveEntry
{
    /// <summary>Which year it is about.</summary>
    public int? Nam { get; init; }

    /// <summary>The unit whose file it belongs to.</summary>
    public string? DonVi { get; init; }

    /// <summary>Who, or what body, it is about.</summary>
    public string? DoiTuong { get; init; }

    /// <summary>ISO 8601, as far as it is known: tells persons of one name apart.</summary>
    public string? NgaySinh { get; init; }

    /// <summary>Whether it is a person's own yearly review, of which the last three are kept together.</summary>
    public bool KiemDiemHangNam { get; init; }

    /// <summary>The kind of document.</summary>
    public required string TenLoai { get; init; }

    /// <summary>What it is about, beside its kind.</summary>
    public string? TrichYeu { get; init; }

    /// <summary>ISO 8601, as far as it is known.</summary>
    public string? NgayVanBan { get; init; }

    /// <summary>Null where a person speaks, not a body.</summary>
    public string? CoQuanBanHanh { get; init; }

    public string? NguoiKy { get; init; }

    public string? ChucVuNguoiKy { get; init; }

    public string? NoiNhan { get; init; }

    public int? SoTrang { get; init; }
}
