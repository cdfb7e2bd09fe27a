namespace KiemDiem.Docs.Text;

/// <summary>What a guess came to.</summary>
/// <param name="Encoding">How the texts are to be read.</param>
/// <param name="Score">From 0 to 1, how far this reading is ahead of the best other one.</param>
public sealed record EncodingGuess(LegacyEncoding Encoding, double Score)
{
    /// <summary>
    /// A legacy reading must make Vietnamese of so many more of the words in question than any other. Not of more: many
    /// names written in VNI are other names as they stand, "Sôn" for Sơn, "Hoà" for Hồ, "Thò" for Thị.
    /// </summary>
    private const double Lead = 0.3;

    /// <summary>And so many of all words must be Vietnamese by it: French and English stay what they are.</summary>
    private const double Share = 0.6;

    /// <summary>More words than these tell nothing new.</summary>
    private const int MaxWords = 5000;

    private const int LongestAbbreviation = 5;

    private static readonly LegacyEncoding[] Readings =
        [LegacyEncoding.None, LegacyEncoding.Tcvn3, LegacyEncoding.Vni];

    /// <summary>Guesses how the texts of one column are encoded.</summary>
    /// <remarks>
    /// Every different word is tried in each reading: is it built as a Vietnamese syllable? Words with letters beyond
    /// ASCII are in question; the others are the same in all readings and show what language stands around them. A
    /// legacy reading is chosen if it leads by <see cref="Lead"/> among the words in question and makes at least
    /// <see cref="Share"/> of all words Vietnamese. Where only one word speaks for it, that word must also be
    /// impossible as written: French "où" and "tôt" would pass for VNI and TCVN3. Letters that only Unicode has show
    /// that somebody converted already; in doubt the text stays as it is.
    /// </remarks>
    public static EncodingGuess Of(IEnumerable<string> texts)
    {
        var words = texts.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        var inQuestion = words.Where(word => !IsAscii(word)).ToList();
        if (inQuestion.Count == 0)
            return new EncodingGuess(LegacyEncoding.None, 1);

        var shares = Readings.ToDictionary(reading => reading, reading => Vietnamese(inQuestion, reading));
        var (best, other) = shares[LegacyEncoding.Tcvn3] >= shares[LegacyEncoding.Vni]
            ? (LegacyEncoding.Tcvn3, LegacyEncoding.Vni)
            : (LegacyEncoding.Vni, LegacyEncoding.Tcvn3);
        var lead = shares[best] - Math.Max(shares[LegacyEncoding.None], shares[other]);
        var converts = lead >= Lead && Vietnamese(words, best) >= Share && IsProven(inQuestion, best)
            && !words.Any(HasVietnameseUnicode);
        return converts
            ? new EncodingGuess(best, lead)
            : new EncodingGuess(
                LegacyEncoding.None, 1 - Math.Clamp(shares[best] - shares[LegacyEncoding.None], 0, 1));
    }

    private static double Vietnamese(List<string> words, LegacyEncoding reading) =>
        (double)words.Count(word => IsVietnamese(word, reading)) / words.Count;

    private static bool IsVietnamese(string word, LegacyEncoding reading) =>
        (reading != LegacyEncoding.None || !HasCapitalInside(word))
        && VietnameseSyllable.IsOne(LegacyText.Decode(word, reading));

    private static bool IsProven(List<string> words, LegacyEncoding reading)
    {
        var speaking = words.Where(word => IsVietnamese(word, reading) && !IsVietnamese(word, LegacyEncoding.None));
        return speaking.Skip(1).Any()
            || speaking.Any(word => HasCapitalInside(word) || !word.All(char.IsLetter));
    }

    /// <summary>
    /// Words of two letters and more. In TCVN3 letters are also what Windows-1252 has for signs, U+00AD among them;
    /// those beyond Latin-1 are signs everywhere. Abbreviations in capitals belong to no language.
    /// </summary>
    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text[i]))
                continue;
            if (i - start > 1 && text[start..i] is var word && !IsAbbreviation(word))
                yield return word;
            start = i + 1;
        }
    }

    private static bool IsOfWord(char c) =>
        char.IsAsciiLetter(c) || c is > '\u00A0' and <= '\u00FF' || (c > '\u00FF' && char.IsLetter(c));

    private static bool IsAbbreviation(string word) =>
        word.Length <= LongestAbbreviation && word.All(char.IsAsciiLetterUpper);

    private static bool IsAscii(string word) => word.All(char.IsAscii);

    private static bool HasCapitalInside(string word) =>
        word.Zip(word.Skip(1)).Any(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second));

    /// <summary>The letters that Windows-1252 does not have.</summary>
    private static bool HasVietnameseUnicode(string word) =>
        word.Any(c => c is 'ă' or 'Ă' or 'đ' or 'Đ' or 'ĩ' or 'Ĩ' or 'ũ' or 'Ũ' or 'ơ' or 'Ơ' or 'ư' or 'Ư'
            or >= '\u1EA0' and <= '\u1EF9');
}
