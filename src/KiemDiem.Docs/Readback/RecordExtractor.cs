using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Typesetting.Docx.Reading;

namespace KiemDiem.Docs.Readback;

/// <summary>Reads the record out of a file by its first bytes: what the file is called does not count.</summary>
internal static class RecordExtractor
{
    private static ReadOnlySpan<byte> ZipMark => "PK"u8;

    private static ReadOnlySpan<byte> CompoundFileMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="file">Any bytes.</param>
    /// <param name="check">Holds a record against its form.</param>
    /// <exception cref="UnreadableFileException">See there.</exception>
    public static ExtractedRecord Extract(ReadOnlyMemory<byte> file, Func<ReadOnlyMemory<byte>, CheckedRecord> check)
    {
        if (file.Length > Limits.FileBytes)
            throw new UnreadableFileException(FoundInFile.Costly());
        if (file.Span.StartsWith("%PDF-"u8))
            return AsItIs(FileKind.Pdf, PdfRecord.Read(file), check);
        if (file.Span.StartsWith(ZipMark))
            return WithEdits(DocxRecord.Read(file), check);

        // Word puts a file with a password into a container of its own.
        throw new UnreadableFileException(
            file.Span.StartsWith(CompoundFileMark) ? FoundInFile.Broken() : FoundInFile.Foreign());
    }

    /// <summary>Edits can only be told apart by the definition that the file was made by.</summary>
    private static ExtractedRecord WithEdits(
        BoundDocument document, Func<ReadOnlyMemory<byte>, CheckedRecord> check)
    {
        var original = Check(document.Original, check);
        if (original.Value is not { } record)
            return AsItIs(FileKind.Docx, document.Original, check);
        var edits = DocxRecord.Compare(document, record);
        var edited = AsItIs(FileKind.Docx, edits.Json, check);
        var found = edited.Checked with
        {
            Value = edits.Problems.Count > 0 ? null : edited.Checked.Value,
            Problems = [.. edits.Problems, .. edited.Checked.Problems],
            Warnings = [.. edits.Warnings, .. edited.Checked.Warnings],
        };
        return edited with { Edited = edits.Edited, Checked = found };
    }

    private static ExtractedRecord AsItIs(
        FileKind kind, ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>, CheckedRecord> check)
    {
        var found = Check(json, check);
        return new ExtractedRecord(kind, found.Value is { } sound ? RecordWriter.Write(sound) : json, [], found);
    }

    /// <summary>A record that is no JSON was not written by this program.</summary>
    private static CheckedRecord Check(
        ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>, CheckedRecord> check)
    {
        try
        {
            return check(json);
        }
        catch (MalformedJsonException)
        {
            throw new UnreadableFileException(FoundInFile.Broken());
        }
    }
}
