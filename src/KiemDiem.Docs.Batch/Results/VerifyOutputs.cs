using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Batch.Results;

public enum OutputFault
{
    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>It is there, but not with the bytes that were written.</summary>
    Different,
}

/// <summary>A file that is not as the manifest has it.</summary>
/// <param name="Path">Below the output folder, or in <paramref name="Zip"/>.</param>
/// <param name="Zip">The ZIP file that it should be in.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record FaultyOutput(string Path, string? Zip, OutputFault Fault);

/// <summary>Goes through a manifest and the files that it names; one record at a time is in memory.</summary>
public static class VerifyOutputs
{
    /// <param name="outputs">The output folder.</param>
    /// <param name="cancelled">Stops it.</param>
    /// <returns>Every file that is missing or differs; nothing where all is well.</returns>
    /// <exception cref="FileNotFoundException">There is no manifest.</exception>
    /// <exception cref="InvalidDataException">The manifest is broken.</exception>
    public static async IAsyncEnumerable<FaultyOutput> RunAsync(
        IObjectStore outputs, [EnumeratorCancellation] CancellationToken cancelled)
    {
        await using var stream = await outputs.OpenAsync(ResultLists.Manifest, cancelled);
        using var zip = new OpenZip(outputs);
        foreach (var record in ManifestReader.Open(stream).Records())
        {
            foreach (var file in record.Files)
            {
                var fault = file.Zip is null
                    ? await CheckAsync(outputs, file, cancelled)
                    : await zip.CheckAsync(file, file.Zip, cancelled);
                if (fault is { } found)
                    yield return new FaultyOutput(file.Path, file.Zip, found);
            }
        }
    }

    private static async Task<OutputFault?> CheckAsync(
        IObjectStore outputs, ResultFile file, CancellationToken cancelled)
    {
        try
        {
            await using var content = await outputs.OpenAsync(file.Path, cancelled);
            return await CheckAsync(content, file, cancelled);
        }
        catch (FileNotFoundException)
        {
            return OutputFault.Missing;
        }
    }

    private static async Task<OutputFault?> CheckAsync(Stream content, ResultFile file, CancellationToken cancelled) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled)) == file.Sha256
            ? null
            : OutputFault.Different;

    /// <summary>The ZIP file at hand: those of a manifest come one after the other.</summary>
    private sealed class OpenZip(IObjectStore outputs) : IDisposable
    {
        private string? path;
        private ZipArchive? zip;
        private OutputFault? fault;

        public async Task<OutputFault?> CheckAsync(ResultFile file, string zipPath, CancellationToken cancelled)
        {
            if (zipPath != path)
                await OpenAsync(zipPath, cancelled);
            if (zip is null)
                return fault;
            if (zip.GetEntry(file.Path) is not { } entry)
                return OutputFault.Missing;
            try
            {
                await using var content = await entry.OpenAsync(cancelled);
                return await VerifyOutputs.CheckAsync(content, file, cancelled);
            }
            catch (InvalidDataException)
            {
                return OutputFault.Different;
            }
        }

        public void Dispose() => zip?.Dispose();

        private async Task OpenAsync(string zipPath, CancellationToken cancelled)
        {
            zip?.Dispose();
            (path, zip, fault) = (zipPath, null, null);
            try
            {
                zip = new ZipArchive(await outputs.OpenAsync(zipPath, cancelled), ZipArchiveMode.Read);
            }
            catch (FileNotFoundException)
            {
                fault = OutputFault.Missing;
            }
            catch (InvalidDataException)
            {
                fault = OutputFault.Different;
            }
        }
    }
}
