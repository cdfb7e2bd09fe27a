using System.Buffers.Binary;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// A profile of sRGB of our own making, a few hundred bytes long: what the black of our pages means.
/// </summary>
/// <remarks>
/// Source: ICC.1:2004-10 (version 4.2), 7.2 (header), 9.2 (tags), 10.10 (mluc), 10.15 (para), 10.22 (XYZ);
/// IEC 61966-2-1 for the primaries, the white point D65 and the curve. The colours are brought to D50, the white of
/// all profiles, by the Bradford transform of Annex E.
/// </remarks>
internal static class IccProfile
{
    private const int HeaderLength = 128;
    private const int TagLength = 12;

    /// <summary>The profile's bytes; always the same.</summary>
    public static ReadOnlyMemory<byte> Srgb { get; } = Build();

    private static byte[] Build()
    {
        var curve = Numbers("para", [3 << 16], 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Numbers("XYZ ", [], 0.9642, 1, 0.8249)),
            ("chad", Numbers(
                "sf32", [], 1.04789, 0.02292, -0.05022, 0.02958, 0.99048, -0.01708, -0.00925, 0.01507, 0.75168)),
            ("rXYZ", Numbers("XYZ ", [], 0.43604, 0.22248, 0.01392)),
            ("gXYZ", Numbers("XYZ ", [], 0.38511, 0.71691, 0.09707)),
            ("bXYZ", Numbers("XYZ ", [], 0.14305, 0.06061, 0.71391)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var profile = new MemoryStream();
        profile.Write(new byte[HeaderLength + 4 + (TagLength * tags.Length)]);
        var offsets = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        foreach (var (_, data) in tags)
        {
            if (offsets.TryAdd(data, (int)profile.Length))
                profile.Write(data);
        }

        var bytes = profile.ToArray();
        WriteHeader(bytes);
        var table = bytes.AsSpan(HeaderLength);
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var entry = table[(4 + (TagLength * i))..];
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], offsets[tags[i].Data]);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Data.Length);
        }

        return bytes;
    }

    private static void WriteHeader(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);

        // The day the profile was first made; it has no time of its own.
        ReadOnlySpan<short> date = [2022, 1, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
            BinaryPrimitives.WriteInt16BigEndian(profile[(24 + (2 * i))..], date[i]);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        ReadOnlySpan<double> white = [0.9642, 1, 0.8249];
        for (var i = 0; i < white.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(profile[(68 + (4 * i))..], Fixed(white[i]));
    }

    /// <summary>A tag of numbers with 16 bits before and after the point.</summary>
    private static byte[] Numbers(string type, ReadOnlySpan<int> before, params ReadOnlySpan<double> values)
    {
        var data = new byte[8 + (4 * (before.Length + values.Length))];
        Encoding.ASCII.GetBytes(type, data);
        for (var i = 0; i < before.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * i)), before[i]);
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * (before.Length + i))), Fixed(values[i]));
        return data;
    }

    private static int Fixed(double value) => (int)Math.Round(value * 65536);

    /// <summary>A text in one language, filled up to whole words of four bytes.</summary>
    private static byte[] Text(string english)
    {
        var length = 2 * english.Length;
        var data = new byte[(28 + length + 3) & ~3];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        Encoding.BigEndianUnicode.GetBytes(english, data.AsSpan(28));
        return data;
    }
}
