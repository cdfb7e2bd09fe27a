using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Batch.Work.Rendering;

/// <summary>Decides who renders the records of a chunk.</summary>
internal interface IRendererChoice
{
    /// <param name="options">What is to be made.</param>
    /// <param name="attempt">How often the chunk was begun, this time included.</param>
    /// <param name="givenUp">The attempts are used up: every record is only told as failed.</param>
    ChosenRenderer For(BatchOptions options, int attempt, bool givenUp);
}

/// <summary>This process at first, then a child that may die of a record.</summary>
internal sealed class RendererChoice(
    FormRenderer renderer, BatchSettings settings, ChildCommand child, ILogger<RendererChoice> log) : IRendererChoice
{
    public ChosenRenderer For(BatchOptions options, int attempt, bool givenUp)
    {
        if (givenUp)
            return new ChosenRenderer(new NoRenderer(), null);
        if (attempt <= settings.ChildAfterAttempts)
            return new ChosenRenderer(new RecordRenderer(renderer, options, Tell), null);
        var scratch = Path.Combine(settings.DataDir, "scratch");
        var made = new ChildRenderer(child, options, scratch, settings.RecordTimeout);
        return new ChosenRenderer(made, made);
    }

    /// <summary>The kind of the fault and where it is; a message might hold a value.</summary>
    private void Tell(Exception fault) => Log.OwnFault(log, fault.GetType().Name, OwnStack.Of(fault));

    private sealed class NoRenderer : IRecordRenderer
    {
        public RenderedRecord Render(ReadOnlyMemory<byte> json, CancellationToken cancelled) =>
            RenderedRecord.Failed(Problems.FoundInBatch.OwnFault());
    }
}

/// <param name="Renderer">Who renders.</param>
/// <param name="Owned">What ends with the chunk.</param>
internal sealed record ChosenRenderer(IRecordRenderer Renderer, IDisposable? Owned) : IDisposable
{
    public void Dispose() => Owned?.Dispose();
}
