using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Proof;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>A file of a record.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="File">What is in it, and what it was checked for.</param>
internal sealed record RecordFile(string Path, ProvenFile File);

/// <summary>A record as files.</summary>
internal sealed class RecordFiles(FormRenderer renderer, RenderOptions options)
{
    public IReadOnlyList<RecordFile> Make(FormRecord record, string name, IReadOnlyList<OutputFormat> formats) =>
        [.. formats.SelectMany(format => Make(record, name, format))];

    /// <summary>For a place that takes one file only.</summary>
    /// <exception cref="UsageException">The record has several pages, and each would be a file.</exception>
    public ProvenFile MakeOne(FormRecord record, OutputFormat format, string command)
    {
        var made = Make(record, string.Empty, [format]);
        return made is [var only] ? only.File : throw new UsageException(
            [$"Văn bản có {made.Count} trang; ảnh nhiều trang phải ghi ra thư mục."], command);
    }

    private IEnumerable<RecordFile> Make(FormRecord record, string name, OutputFormat format) => format switch
    {
        OutputFormat.Docx =>
            [new RecordFile(OutputFormats.FileName(name, format), renderer.MakeDocx(record, options))],
        OutputFormat.Pdf => [new RecordFile(OutputFormats.FileName(name, format), renderer.MakePdf(record, options))],
        _ => renderer.MakePngs(record).Select(
            (page, index) => new RecordFile(OutputFormats.FileName(name, format, index + 1), page)),
    };
}
