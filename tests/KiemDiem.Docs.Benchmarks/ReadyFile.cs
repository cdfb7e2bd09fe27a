using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Work.Rendering;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>Gives every record the same file at once: what is left of a batch is the engine.</summary>
internal sealed class ReadyFile : IRendererChoice, IRecordRenderer
{
    private readonly RenderedRecord record;

    public ReadyFile()
    {
        var checkedRecord = Records.Check(Records.Short);
        var file = Records.Renderer.MakePdf(checkedRecord);
        var form = checkedRecord.Form;
        record = new RenderedRecord(
            form.Id,
            form.Edition.Id,
            [new RenderedFile(BatchOptions.Pdf, file.Bytes, file.Pages, file.Sha256)],
            [],
            [],
            Archive: null);
    }

    public ChosenRenderer For(BatchOptions options, int attempt, bool givenUp) => new(this, Owned: null);

    public RenderedRecord Render(ReadOnlyMemory<byte> json, CancellationToken cancelled) => record;
}
