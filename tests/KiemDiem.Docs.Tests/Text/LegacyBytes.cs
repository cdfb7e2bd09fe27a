using System.Collections.Frozen;
using System.Text;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Text;

/// <summary>
/// Vietnamese as TCVN3 and VNI write it. A table of its own, row by row as the standards print it, so that the two
/// tables cannot have the same slip.
/// </summary>
internal static class LegacyBytes
{
    private const string Vowels = "aăâeêioôơuưy";

    /// <summary>Ngang, huyền, sắc, hỏi, ngã, nặng.</summary>
    private static readonly string[] Tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

    private static readonly string[] Tcvn3Rows =
    [
        "61 B5 B8 B6 B7 B9", "A8 BB BE BC BD C6", "A9 C7 CA C8 C9 CB", "65 CC D0 CE CF D1", "AA D2 D5 D3 D4 D6",
        "69 D7 DD D8 DC DE", "6F DF E3 E1 E2 E4", "AB E5 E8 E6 E7 E9", "AC EA ED EB EC EE", "75 EF F3 F1 F2 F4",
        "AD F5 F8 F6 F7 F9", "79 FA FD FB FC FE",
    ];

    private static readonly string[] VniRows =
    [
        "a aø aù aû aõ aï", "aê aè aé aú aü aë", "aâ aà aá aå aã aä", "e eø eù eû eõ eï", "eâ eà eá eå eã eä",
        "i ì í æ ó ò", "o oø où oû oõ oï", "oâ oà oá oå oã oä", "ô ôø ôù ôû ôõ ôï", "u uø uù uû uõ uï",
        "ö öø öù öû öõ öï", "y yø yù yû yõ î",
    ];

    private static readonly FrozenDictionary<string, string> Tcvn3 = Table(Tcvn3Rows, Hex)
        .Concat(new Dictionary<string, string>
        {
            ["đ"] = "\u00AE", ["Đ"] = "\u00A7", ["Ă"] = "\u00A1", ["Â"] = "\u00A2", ["Ê"] = "\u00A3", ["Ô"] = "\u00A4",
            ["Ơ"] = "\u00A5", ["Ư"] = "\u00A6",
        })
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Vni = Small(Table(VniRows, cell => cell))
        .ToFrozenDictionary();

    /// <summary>The 67 small letters with marks and tones, in NFC.</summary>
    public static IReadOnlyList<string> Letters { get; } =
        [.. Table(VniRows, cell => cell).Keys.Where(letter => letter[0] > 'z'), "đ"];

    public static string Encode(string text, LegacyEncoding encoding) =>
        encoding == LegacyEncoding.Tcvn3 ? ToTcvn3(text) : ToVni(text);

    /// <summary>Capitals with tones get the byte of the small letter: what an "H" font needs.</summary>
    private static string ToTcvn3(string text) => Map(text, letter =>
        Tcvn3.GetValueOrDefault(letter) ?? Tcvn3.GetValueOrDefault(letter.ToLowerInvariant(), letter));

    private static string ToVni(string text) => Map(text, letter => Vni.GetValueOrDefault(letter, letter));

    private static string Map(string text, Func<string, string> map) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Select(c => c < 128 ? c.ToString() : map(c.ToString())));

    private static IEnumerable<KeyValuePair<string, string>> Small(Dictionary<string, string> small)
    {
        small["đ"] = "ñ";
        return small.Concat(small.Select(pair =>
            KeyValuePair.Create(pair.Key.ToUpperInvariant(), pair.Value.ToUpperInvariant())));
    }

    private static Dictionary<string, string> Table(string[] rows, Func<string, string> cell) => rows
        .SelectMany((row, vowel) => row.Split(' ').Select((text, tone) => (
            Letter: (Vowels[vowel] + Tones[tone]).Normalize(NormalizationForm.FormC), Text: cell(text))))
        .ToDictionary(pair => pair.Letter, pair => pair.Text);

    private static string Hex(string digits) => ((char)Convert.ToInt32(digits, 16)).ToString();
}
