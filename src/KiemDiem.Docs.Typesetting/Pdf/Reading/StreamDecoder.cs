using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>Inflates streams, never further than the budget allows.</summary>
/// <remarks>Source: ISO 32000-1, 7.4.4 (Flate and its predictors); the PNG specification, 9 (filters).</remarks>
internal static class StreamDecoder
{
    private const int FirstPngPredictor = 10;

    /// <summary>So much longer is what a stream of text holds: a guess that saves copying.</summary>
    private const int TypicalRatio = 4;

    /// <summary>In bytes: a file that lies about its streams must not cost memory.</summary>
    private const int LongestGuess = 64 * 1024;

    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> raw, ReadBudget budget)
    {
        var result = new MemoryStream(Math.Min(TypicalRatio * raw.Length, LongestGuess));
        var chunk = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            using var inflate = new ZLibStream(Open(raw), CompressionMode.Decompress);
            int read;
            while ((read = inflate.Read(chunk)) > 0)
            {
                budget.SpendCopied(read);
                if (result.Length + read > ReadLimits.StreamBytes)
                    throw new UnreadablePdfException("A stream of the file is too long.");
                result.Write(chunk, 0, read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // Some broken streams (those that ask for a dictionary) are no invalid data to .NET but a fault of zlib.
            throw new UnreadablePdfException("A stream of the file cannot be inflated.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return result.GetBuffer().AsMemory(0, (int)result.Length);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray());

    /// <summary>Takes back what a PNG predictor did to rows of bytes.</summary>
    public static ReadOnlyMemory<byte> Unpredict(ReadOnlyMemory<byte> data, int predictor, int columns)
    {
        if (predictor <= 1)
            return data;
        if (predictor < FirstPngPredictor || columns is < 1 or > ReadLimits.TailBytes)
            throw new UnreadablePdfException("A stream of the file has a predictor that is not known.");
        var rows = data.Length / (columns + 1);
        var result = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var source = data.Span.Slice(row * (columns + 1), columns + 1);
            var target = result.AsSpan(row * columns, columns);
            var above = row == 0 ? [] : result.AsSpan((row - 1) * columns, columns);
            for (var i = 0; i < columns; i++)
            {
                int left = i > 0 ? target[i - 1] : 0;
                int up = row > 0 ? above[i] : 0;
                int corner = i > 0 && row > 0 ? above[i - 1] : 0;
                target[i] = (byte)(source[i + 1] + source[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw new UnreadablePdfException("A stream of the file has a filter that is not known."),
                });
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
