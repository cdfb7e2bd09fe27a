using System.Buffers;
using System.Text;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>The text of a file that does not say how it is encoded.</summary>
internal static class CsvText
{
    /// <summary>
    /// In a text with so many sound UTF-8 sequences for each unsound one, the unsound ones are damage: in TCVN3 and VNI
    /// a sequence is sound by accident only.
    /// </summary>
    private const int SoundForEachUnsound = 10;

    /// <summary>The five bytes that it leaves open become the control codes of their number.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// By its byte order mark; without one UTF-8 if the bytes are that, which is seen by reading all of them once.
    /// </summary>
    public static Encoding EncodingOf(SourceFile file)
    {
        using var stream = file.Open();
        var first = new byte[3];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var mark = first.AsSpan(0, length);
        if (mark.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8;
        if (mark.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode;
        if (mark.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode;
        stream.Position = 0;
        var (sound, unsound) = Count(stream);
        return unsound == 0 || sound > unsound * SoundForEachUnsound ? Encoding.UTF8 : Windows1252;
    }

    /// <summary>Counts the UTF-8 sequences of more than one byte.</summary>
    private static (long Sound, long Unsound) Count(Stream stream)
    {
        var (sound, unsound) = (0L, 0L);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var rest = buffer.AsSpan(0, kept + read);
            while (rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
            {
                rest = rest[at..];
                var status = Rune.DecodeFromUtf8(rest, out _, out var consumed);
                if (status == OperationStatus.NeedMoreData && read > 0)
                    break;
                (sound, unsound) = status == OperationStatus.Done ? (sound + 1, unsound) : (sound, unsound + 1);
                rest = rest[consumed..];
            }

            if (read == 0)
                return (sound, unsound);
            kept = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0 ? 0 : rest.Length;
            rest[..kept].CopyTo(buffer);
        }
    }
}
