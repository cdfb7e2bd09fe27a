using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>How a child is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Up to and with <see cref="RenderChild.Verb"/>.</param>
public sealed record ChildCommand(string FileName, IReadOnlyList<string> Arguments);

/// <summary>
/// Makes the files of a record in a child process. Where the child dies, exactly that record is to blame: it was
/// alone in it. The next record gets a fresh child, for one that is dying would take its successor with it.
/// </summary>
internal sealed class ChildRenderer(ChildCommand command, BatchOptions options, string scratch, TimeSpan patience)
    : IRecordRenderer, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string folder = Directory.CreateDirectory(
        Path.Combine(scratch, Path.GetRandomFileName())).FullName;

    private Process? child;

    public RenderedRecord Render(ReadOnlyMemory<byte> json, CancellationToken cancelled)
    {
        try
        {
            child ??= Start();
            child.StandardInput.WriteLine(Encoding.UTF8.GetString(json.Span));
            child.StandardInput.Flush();
            var answer = child.StandardOutput.ReadLineAsync(cancelled).AsTask();
            if (!answer.Wait(patience, cancelled))
                return GiveUp(FoundInBatch.RecordTimeout(patience));
            return answer.Result is { } line
                ? JsonSerializer.Deserialize(line, ChildJson.Default.ChildAnswer)!.Read(folder)
                : GiveUp(FoundInBatch.RendererDied());
        }
        catch (IOException)
        {
            // The pipe broke: it died while the record was being handed to it.
            return GiveUp(FoundInBatch.RendererDied());
        }
    }

    public void Dispose()
    {
        End();
        Directory.Delete(folder, recursive: true);
    }

    private RenderedRecord GiveUp(Problem problem)
    {
        End();
        return RenderedRecord.Failed(problem);
    }

    private void End()
    {
        if (child is null)
            return;
        child.Kill(entireProcessTree: true);
        child.WaitForExit();
        child.Dispose();
        child = null;
    }

    private Process Start()
    {
        var started = Process.Start(new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        }) ?? throw new InvalidOperationException("The child did not start.");
        started.StandardInput.WriteLine(
            JsonSerializer.Serialize(new ChildOrder(options, folder), ChildJson.Default.ChildOrder));
        return started;
    }
}
