using System.Security.Cryptography;

namespace KiemDiem.Docs.Batch.Work;

internal static class Sha256Sum
{
    /// <returns>In lower-case hexadecimal digits.</returns>
    public static async Task<string> OfAsync(Stream stream, CancellationToken cancelled) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancelled));
}
