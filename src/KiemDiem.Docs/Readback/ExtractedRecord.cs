using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Readback;

/// <summary>The kinds of file that carry their record.</summary>
public enum FileKind
{
    Pdf,

    Docx,
}

/// <summary>The record that a file of this program holds, as it now stands in it.</summary>
/// <param name="Kind">Of the file.</param>
/// <param name="Json">
/// The record: as <see cref="RecordWriter"/> writes it where it is sound, else as it was read.
/// </param>
/// <param name="Edited">
/// The fields that somebody changed in the file after it was made, in the order of the form. A PDF has none.
/// </param>
/// <param name="Checked">The record, its form and edition, and all that is wrong with it now.</param>
public sealed record ExtractedRecord(
    FileKind Kind, ReadOnlyMemory<byte> Json, IReadOnlyList<FieldPath> Edited, CheckedRecord Checked);
