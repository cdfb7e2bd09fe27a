using System.Collections.Frozen;
using System.Text;

namespace KiemDiem.Docs.Text;

/// <summary>How the letters of a text are to be understood.</summary>
public enum LegacyEncoding
{
    /// <summary>As they are.</summary>
    None,

    /// <summary>TCVN3 (ABC): one byte a letter; the fonts are named ".Vn…".</summary>
    Tcvn3,

    /// <summary>VNI-Win: a letter and then a sign for its mark and tone; the fonts are named "VNI-…".</summary>
    Vni,
}

/// <summary>
/// Text of the time before Unicode, whose bytes were taken for Windows-1252, as Vietnamese. Letters come out composed.
/// </summary>
/// <remarks>
/// Sources: UniKey's tables of TCVN3 and VNI-WIN; for the small letters of TCVN3 also TCVN 5712:1993 (VN1), as glibc
/// has it. Letters that a table does not name stay as they are: the two encodings share ASCII with Unicode.
/// In TCVN3, 'ư' is U+00AD, which the rest of the world takes for an invisible hyphen. Nothing may trim, drop or skip
/// it before it has come through here.
/// </remarks>
public static class LegacyText
{
    /// <summary>The letters with marks and tones, small; each stands with its two legacy forms.</summary>
    private static readonly (char Letter, char Tcvn3, string Vni)[] Small =
    [
        ('à', '\u00B5', "aø"), ('á', '\u00B8', "aù"), ('ả', '\u00B6', "aû"),
        ('ã', '\u00B7', "aõ"), ('ạ', '\u00B9', "aï"),
        ('ă', '\u00A8', "aê"),
        ('ằ', '\u00BB', "aè"), ('ắ', '\u00BE', "aé"), ('ẳ', '\u00BC', "aú"),
        ('ẵ', '\u00BD', "aü"), ('ặ', '\u00C6', "aë"),
        ('â', '\u00A9', "aâ"),
        ('ầ', '\u00C7', "aà"), ('ấ', '\u00CA', "aá"), ('ẩ', '\u00C8', "aå"),
        ('ẫ', '\u00C9', "aã"), ('ậ', '\u00CB', "aä"),
        ('è', '\u00CC', "eø"), ('é', '\u00D0', "eù"), ('ẻ', '\u00CE', "eû"),
        ('ẽ', '\u00CF', "eõ"), ('ẹ', '\u00D1', "eï"),
        ('ê', '\u00AA', "eâ"),
        ('ề', '\u00D2', "eà"), ('ế', '\u00D5', "eá"), ('ể', '\u00D3', "eå"),
        ('ễ', '\u00D4', "eã"), ('ệ', '\u00D6', "eä"),
        ('ì', '\u00D7', "ì"), ('í', '\u00DD', "í"), ('ỉ', '\u00D8', "æ"), ('ĩ', '\u00DC', "ó"), ('ị', '\u00DE', "ò"),
        ('ò', '\u00DF', "oø"), ('ó', '\u00E3', "où"), ('ỏ', '\u00E1', "oû"),
        ('õ', '\u00E2', "oõ"), ('ọ', '\u00E4', "oï"),
        ('ô', '\u00AB', "oâ"),
        ('ồ', '\u00E5', "oà"), ('ố', '\u00E8', "oá"), ('ổ', '\u00E6', "oå"),
        ('ỗ', '\u00E7', "oã"), ('ộ', '\u00E9', "oä"),
        ('ơ', '\u00AC', "ô"),
        ('ờ', '\u00EA', "ôø"), ('ớ', '\u00ED', "ôù"), ('ở', '\u00EB', "ôû"),
        ('ỡ', '\u00EC', "ôõ"), ('ợ', '\u00EE', "ôï"),
        ('ù', '\u00EF', "uø"), ('ú', '\u00F3', "uù"), ('ủ', '\u00F1', "uû"),
        ('ũ', '\u00F2', "uõ"), ('ụ', '\u00F4', "uï"),
        ('ư', '\u00AD', "ö"),
        ('ừ', '\u00F5', "öø"), ('ứ', '\u00F8', "öù"), ('ử', '\u00F6', "öû"),
        ('ữ', '\u00F7', "öõ"), ('ự', '\u00F9', "öï"),
        ('ỳ', '\u00FA', "yø"), ('ý', '\u00FD', "yù"), ('ỷ', '\u00FB', "yû"),
        ('ỹ', '\u00FC', "yõ"), ('ỵ', '\u00FE', "î"),
        ('đ', '\u00AE', "ñ"),
    ];

    /// <summary>The only capitals of TCVN3 with a byte of their own; the others are a matter of the font.</summary>
    private static readonly (char Letter, char Tcvn3)[] Capitals =
    [
        ('Ă', '\u00A1'), ('Â', '\u00A2'), ('Ê', '\u00A3'), ('Ô', '\u00A4'), ('Ơ', '\u00A5'), ('Ư', '\u00A6'),
        ('Đ', '\u00A7'),
    ];

    private static readonly FrozenDictionary<char, char> Tcvn3 = Small.Select(row => (row.Letter, row.Tcvn3))
        .Concat(Capitals).ToFrozenDictionary(row => row.Tcvn3, row => row.Letter);

    private static readonly FrozenDictionary<char, char> VniSingles = Vni(length: 1)
        .ToFrozenDictionary(row => row.Vni[0], row => row.Letter);

    private static readonly FrozenDictionary<(char, char), char> VniPairs = Vni(length: 2)
        .ToFrozenDictionary(row => (row.Vni[0], row.Vni[1]), row => row.Letter);

    public static string Decode(string text, LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => DecodeTcvn3(text),
        LegacyEncoding.Vni => DecodeVni(text),
        _ => text,
    };

    /// <summary>
    /// Decodes a text of a capital font (".Vn…H"), which draws the small letters of TCVN3 as capitals.
    /// </summary>
    public static string DecodeCapitals(string text, LegacyEncoding encoding) =>
        encoding == LegacyEncoding.None ? text : Decode(text, encoding).ToUpperInvariant();

    private static string DecodeTcvn3(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Tcvn3.GetValueOrDefault(source[i], source[i]);
    });

    /// <summary>Two letters that make one go before one that makes one.</summary>
    private static string DecodeVni(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && VniPairs.TryGetValue((text[i], text[i + 1]), out var pair))
            {
                result.Append(pair);
                i++;
            }
            else
            {
                result.Append(VniSingles.GetValueOrDefault(text[i], text[i]));
            }
        }

        return result.ToString();
    }

    /// <summary>
    /// Small and capital forms of so many characters. The capital of each is the capital of its characters; where
    /// somebody typed only one of the two as a capital, the first decides, for it is the letter.
    /// </summary>
    private static IEnumerable<(char Letter, string Vni)> Vni(int length) =>
        from row in Small
        where row.Vni.Length == length
        from letter in (char[])[row.Vni[0], char.ToUpperInvariant(row.Vni[0])]
        from sign in length == 1 ? (string[])[""] : [row.Vni[1..], row.Vni[1..].ToUpperInvariant()]
        select (letter == row.Vni[0] ? row.Letter : char.ToUpperInvariant(row.Letter), letter + sign);
}
