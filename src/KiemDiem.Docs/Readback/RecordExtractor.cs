using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Readback;

/// <summary>Reads the record out of a file by its first bytes: what the file is called does not count.</summary>
internal static class RecordExtractor
{
    /// <param name="file">Any bytes.</param>
    /// <param name="check">Holds a record against its form.</param>
    /// <exception cref="UnreadableFileException">See there.</exception>
    public static ExtractedRecord Extract(ReadOnlyMemory<byte> file, Func<ReadOnlyMemory<byte>, CheckedRecord> check)
    {
        if (file.Length > Limits.FileBytes)
            throw new UnreadableFileException(FoundInFile.Costly());
        if (file.Span.StartsWith("%PDF-"u8))
            return AsItIs(FileKind.Pdf, PdfRecord.Read(file), check);
        throw new UnreadableFileException(FoundInFile.Foreign());
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
