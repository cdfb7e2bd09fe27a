using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Rendering;

/// <summary>A record as files that are not stored yet, or why there are none.</summary>
/// <param name="Form">Its form's id; null where it could not be told.</param>
/// <param name="Edition">The edition that it was held against; null likewise.</param>
/// <param name="Files">One for each format; empty where there are problems.</param>
/// <param name="Problems">Why it could not be printed.</param>
/// <param name="Warnings">What was mended or left open.</param>
/// <param name="Archive">What an archive asks about it; null unless the batch is for one.</param>
internal sealed record RenderedRecord(
    string? Form,
    string? Edition,
    IReadOnlyList<RenderedFile> Files,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings,
    ArchiveEntry? Archive)
{
    public static RenderedRecord Failed(Problem problem) => new(null, null, [], [problem], [], null);
}

/// <param name="Format">"pdf" or "docx".</param>
/// <param name="Bytes">The file.</param>
/// <param name="Pages">Null where Word decides.</param>
/// <param name="Sha256">Of the bytes.</param>
internal sealed record RenderedFile(string Format, byte[] Bytes, int? Pages, string Sha256);

/// <summary>Makes the files of a record: in this process, or in a child that may die of it.</summary>
internal interface IRecordRenderer
{
    /// <summary>Never throws for what is wrong with a record, nor with the program because of it.</summary>
    RenderedRecord Render(ReadOnlyMemory<byte> json, CancellationToken cancelled);
}
