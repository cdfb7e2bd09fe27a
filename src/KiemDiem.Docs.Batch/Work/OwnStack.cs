using System.Diagnostics;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>Where a fault happened, without its message.</summary>
internal static class OwnStack
{
    private const int Frames = 4;

    /// <returns>"RecordReader.Read &lt; FormRenderer.Check": the innermost first.</returns>
    public static string Of(Exception fault) => string.Join(
        " < ",
        new StackTrace(fault, fNeedFileInfo: false).GetFrames()
            .Select(frame => frame.GetMethod())
            .Where(method => method?.DeclaringType is not null)
            .Take(Frames)
            .Select(method => $"{method!.DeclaringType!.Name}.{method.Name}"));
}
