using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Paint;

namespace KiemDiem.Docs.Cli.Outputs;

/// <summary>A finished file.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record OutputFile(string Path, byte[] Bytes);

/// <summary>A record as files.</summary>
internal sealed class RecordFiles(FormRenderer renderer)
{
    /// <summary>As screens show it.</summary>
    private const int DotsPerInch = 96;

    public IReadOnlyList<OutputFile> Make(FormRecord record, string name, IReadOnlyList<OutputFormat> formats) =>
        [.. formats.SelectMany(format => Make(record, name, format))];

    private IEnumerable<OutputFile> Make(FormRecord record, string name, OutputFormat format) => format switch
    {
        OutputFormat.Docx => [new OutputFile(OutputFormats.FileName(name, format), renderer.RenderDocx(record))],
        OutputFormat.Pdf => [new OutputFile(OutputFormats.FileName(name, format), renderer.RenderPdf(record))],
        _ => Pages(record, name),
    };

    private IEnumerable<OutputFile> Pages(FormRecord record, string name)
    {
        var laidOut = renderer.LayOut(record);
        return laidOut.Pages.Select(page => new OutputFile(
            OutputFormats.FileName(name, OutputFormat.Png, page.Number),
            PngPainter.Paint(laidOut, page.Number, DotsPerInch)));
    }
}
