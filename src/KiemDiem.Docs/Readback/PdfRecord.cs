using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Readback;

/// <summary>The record attached to a PDF file.</summary>
internal static class PdfRecord
{
    /// <exception cref="UnreadableFileException">There is none, or the file is broken or hostile.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var record = PdfReader.Open(file).Attachment(RecordWriter.FileName)
                ?? throw new UnreadableFileException(FoundInFile.Foreign());
            return record.Length <= Limits.WrittenRecordBytes
                ? record
                : throw new UnreadableFileException(FoundInFile.Costly());
        }
        catch (UnreadablePdfException)
        {
            throw new UnreadableFileException(FoundInFile.Broken());
        }
    }
}
