using System.Buffers.Binary;

namespace KiemDiem.Docs.Proof;

/// <summary>Whether a picture is whole.</summary>
/// <remarks>Source: the PNG specification, 5.2 (signature), 5.3 (chunks), 11.2.2 (IHDR).</remarks>
internal static class PngProof
{
    /// <summary>Of a chunk beside its data: its length, its kind and its sum.</summary>
    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static bool HoldsTogether(ReadOnlySpan<byte> file, (int Width, int Height) pixels)
    {
        if (!file.StartsWith(Signature))
            return false;
        var rest = file[Signature.Length..];
        var isFirst = true;
        while (rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var kind = rest[4..8];
            if (length > rest.Length - ChunkFrame || (isFirst && !IsHead(kind, rest[8..], length, pixels)))
                return false;
            rest = rest[(ChunkFrame + (int)length)..];
            isFirst = false;
            if (kind.SequenceEqual("IEND"u8))
                return rest.IsEmpty;
        }

        return false;
    }

    private static bool IsHead(
        ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data, uint length, (int Width, int Height) pixels) =>
        kind.SequenceEqual("IHDR"u8) && length >= 8
            && BinaryPrimitives.ReadInt32BigEndian(data) == pixels.Width
            && BinaryPrimitives.ReadInt32BigEndian(data[4..]) == pixels.Height;
}
