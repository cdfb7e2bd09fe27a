using System.Collections.Frozen;
using System.Text;

namespace KiemDiem.Docs.Text;

/// <summary>
/// Whether a word is built as Vietnamese syllables are: an initial, a rhyme, one tone. It need not mean anything.
/// </summary>
/// <remarks>
/// The rhymes are those of the school table of vần. A rhyme that is closed by c, ch, p or t has only sắc or nặng:
/// that rule tells much Vietnamese from what merely looks like it.
/// </remarks>
public static class VietnameseSyllable
{
    /// <summary>No syllable is longer: nghiêng, and its mark and tone taken apart.</summary>
    private const int MaxLetters = 7;

    private const char Sac = '\u0301';
    private const char Nang = '\u0323';

    private static readonly string[] Tones = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

    /// <summary>The longer ones first; none for the last.</summary>
    private static readonly string[] Initials =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly FrozenSet<string> Rhymes =
        ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
        + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
        + "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uêu ui um un "
        + "ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu uc "
        // After "qu", which has taken the u: quých, quýnh, quýp, quýt.
        + "ych ynh yp yt "
        + "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
        .Split(' ').Select(rhyme => rhyme.Normalize(NormalizationForm.FormC)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word of letters only is such a syllable, in small letters or capitals.</summary>
    public static bool IsOne(string word)
    {
        if (word.Length is 0 or > MaxLetters || !word.All(char.IsLetter))
            return false;
        var (letters, tone) = TakeTone(word.ToLowerInvariant());
        return letters is not null && Initials.Any(initial => letters.StartsWith(initial, StringComparison.Ordinal)
            && Rhymes.Contains(letters[initial.Length..])
            && (!IsStopped(letters) || tone is Sac or Nang));
    }

    private static bool IsStopped(string letters) =>
        letters[^1] is 'c' or 'p' or 't' || letters.EndsWith("ch", StringComparison.Ordinal);

    /// <returns>No letters where there are two tones.</returns>
    private static (string? Letters, char? Tone) TakeTone(string word)
    {
        char? tone = null;
        var letters = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (!Tones.Contains(c.ToString()))
                letters.Append(c);
            else if (tone is null)
                tone = c;
            else
                return (null, null);
        }

        return (letters.ToString().Normalize(NormalizationForm.FormC), tone);
    }
}
