using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Rendering;

/// <summary>Makes the files of a record in this process.</summary>
/// <param name="renderer">The engine.</param>
/// <param name="options">What is to be made.</param>
/// <param name="told">Is told what kind of fault of our own there was, without any value.</param>
internal sealed class RecordRenderer(FormRenderer renderer, BatchOptions options, Action<Exception> told)
    : IRecordRenderer
{
    private readonly RenderOptions render = new() { ThoiDiem = options.ThoiDiem };

    public RenderedRecord Render(ReadOnlyMemory<byte> json, CancellationToken cancelled)
    {
        try
        {
            var found = renderer.Check(json, form: null, options.Edition);
            var files = found.Value is { } record ? Make(record) : [];
            return new RenderedRecord(
                found.Form?.Id,
                found.Form?.Edition.Id,
                files,
                found.Problems,
                found.Warnings,
                options.Archive && found.Value is { } kept ? ArchiveFacts.Of(kept, PagesOf(files)) : null);
        }
        catch (MalformedJsonException e)
        {
            return RenderedRecord.Failed(new Problem(FieldPath.Root, "malformedJson", e.Message));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            told(e);
            return RenderedRecord.Failed(FoundInBatch.OwnFault());
        }
    }

    private static int? PagesOf(IReadOnlyList<RenderedFile> files) =>
        files.FirstOrDefault(file => file.Format == BatchOptions.Pdf)?.Pages;

    private IReadOnlyList<RenderedFile> Make(FormRecord record) =>
    [
        .. options.Formats.Select(format =>
        {
            var file = format == BatchOptions.Pdf
                ? renderer.MakePdf(record, render)
                : renderer.MakeDocx(record, render);
            return new RenderedFile(format, file.Bytes, file.Pages, file.Sha256);
        }),
    ];
}
