using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Work.Rendering;

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
            if (child is null)
                Start();

            // A child may hang before it has read what is larger than the pipe: that is in the time, too.
            var line = Task.Run(() => AskAsync(child!, Encoding.UTF8.GetString(json.Span)), CancellationToken.None)
                .WaitAsync(patience, cancelled).GetAwaiter().GetResult();
            return line is null
                ? GiveUp(FoundInBatch.RendererDied())
                : JsonSerializer.Deserialize(line, ChildJson.Default.ChildAnswer)!.Read(folder);
        }
        catch (TimeoutException)
        {
            return GiveUp(FoundInBatch.RecordTimeout(patience));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // It died while the record was being handed to it, or in the middle of its answer.
            return GiveUp(FoundInBatch.RendererDied());
        }
        catch (OperationCanceledException)
        {
            // Whatever it still answers must not be taken for the answer to another record.
            End();
            throw;
        }
    }

    public void Dispose()
    {
        End();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string?> AskAsync(Process asked, string json)
    {
        await asked.StandardInput.WriteLineAsync(json);
        await asked.StandardInput.FlushAsync();
        return await asked.StandardOutput.ReadLineAsync();
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

    private void Start()
    {
        child = Process.Start(new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        }) ?? throw new InvalidOperationException("The child did not start.");

        // What a dying runtime says may hold a value of the record: it is read, and thrown away.
        child.BeginErrorReadLine();
        child.StandardInput.WriteLine(
            JsonSerializer.Serialize(new ChildOrder(options, folder), ChildJson.Default.ChildOrder));
    }
}
