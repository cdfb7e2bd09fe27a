using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Text;

/// <summary>What the gate found in a text. A fault stops the text, a repair is told to its owner.</summary>
public enum TextFindingKind
{
    /// <summary>Fault: a C0 or C1 control character.</summary>
    ControlCharacter,

    /// <summary>Fault: half of a surrogate pair.</summary>
    LoneSurrogate,

    /// <summary>Fault: U+00AD, which in Vietnamese text is a TCVN3 'ư' that nobody converted.</summary>
    SoftHyphen,

    /// <summary>Fault: a character that no bundled font can show.</summary>
    NoGlyph,

    /// <summary>Fault: so many marks on one letter that they would climb into the lines above.</summary>
    TooManyMarks,

    /// <summary>Repair: U+01A3 became 'ư', U+01A2 became 'Ư'.</summary>
    Gha,

    /// <summary>Repair: an invisible character was taken out.</summary>
    HiddenCharacter,
}

/// <param name="Kind">What it is.</param>
/// <param name="CodePoint">The character.</param>
public readonly record struct TextFinding(TextFindingKind Kind, int CodePoint)
{
    public bool IsFault => Kind is not (TextFindingKind.Gha or TextFindingKind.HiddenCharacter);
}

/// <summary>
/// The one gate through which every text of a record comes in: NFC, visible, printable, single-spaced.
/// </summary>
/// <remarks>
/// In the sources that this program is fed from, 'ƣ' (U+01A3) is a fault of PDF extraction for 'ư': the letter of
/// that code belongs to other languages. It is replaced before NFC, so that a tone mark after it joins it.
/// </remarks>
public static class TextGate
{
    private const char SmallGha = '\u01A3';
    private const char CapitalGha = '\u01A2';
    private const char SoftHyphen = '\u00AD';
    private const char NoBreakHyphen = '\u2011';

    /// <summary>Marks that stay on their letter when composed; no language of Vietnam needs more than one.</summary>
    private const int MaxMarks = 2;

    /// <summary>No character; ICU refuses to compose a text with it.</summary>
    private const char ByteOrderNonCharacter = '\uFFFE';

    /// <summary>
    /// Lets one line of text through; line breaks are the caller's business and count as controls here.
    /// </summary>
    /// <param name="text">As it came.</param>
    /// <param name="hasGlyph">Whether the bundled fonts can show a character.</param>
    /// <param name="findings">What was found is added here, each kind and character once.</param>
    /// <returns>The text in NFC; runs of any kind of space are one space, none stands at either end.</returns>
    public static string Pass(string text, Func<int, bool> hasGlyph, ICollection<TextFinding> findings)
    {
        var cleaned = IsPlain(text) ? text : Clean(text, findings);
        var composed = IsSurelyComposed(cleaned) ? cleaned : cleaned.Normalize(NormalizationForm.FormC);
        var marks = 0;
        foreach (var rune in composed.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks == MaxMarks + 1)
                Add(findings, TextFindingKind.TooManyMarks, rune.Value);
            if (rune.Value >= 0x7F && !hasGlyph(rune.Value))
                Add(findings, TextFindingKind.NoGlyph, rune.Value);
        }

        return composed;
    }

    /// <summary>
    /// Whether a text holds only letters that NFC leaves as they are, Vietnamese ones among them: below U+0300, and
    /// Latin Extended Additional. It spares nearly all texts the way through ICU.
    /// </summary>
    private static bool IsSurelyComposed(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0300' && c is not (>= '\u1E00' and <= '\u1EFF' or >= '\u2010' and <= '\u2027'))
                return false;
        }

        return true;
    }

    /// <summary>Most texts need no cleaning, and then none is done.</summary>
    private static bool IsPlain(string text)
    {
        var spaceBefore = true;
        foreach (var c in text)
        {
            var space = c == ' ';
            if ((space && spaceBefore) || IsSpecial(c))
                return false;
            spaceBefore = space;
        }

        return !spaceBefore || text.Length == 0;
    }

    private static bool IsMark(Rune rune) =>
        rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsSpecial(char c) => c is SmallGha or CapitalGha or NoBreakHyphen or ByteOrderNonCharacter
        || (c is not (>= ' ' and < '\u007F')
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Clean(string text, ICollection<TextFinding> findings)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else
                CleanOne(c, result, findings);
        }

        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }

    private static void CleanOne(char c, StringBuilder result, ICollection<TextFinding> findings)
    {
        if (c == '\t' || char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator)
        {
            if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        else if (c is SmallGha or CapitalGha)
        {
            Add(findings, TextFindingKind.Gha, SmallGha);
            result.Append(c == SmallGha ? 'ư' : 'Ư');
        }
        else if (c == NoBreakHyphen)
        {
            // Word's own way of writing 21-KL/TW; here no sign is ever torn at its hyphen.
            result.Append('-');
        }
        else if (c == ByteOrderNonCharacter)
        {
            Add(findings, TextFindingKind.NoGlyph, c);
        }
        else if (Refuses(c) is { } fault)
        {
            Add(findings, fault, c);
        }
        else if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
        {
            Add(findings, TextFindingKind.HiddenCharacter, c);
        }
        else
        {
            result.Append(c);
        }
    }

    private static TextFindingKind? Refuses(char c) => c == SoftHyphen
        ? TextFindingKind.SoftHyphen
        : char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Surrogate => TextFindingKind.LoneSurrogate,
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                TextFindingKind.ControlCharacter,
            _ => null,
        };

    private static void Add(ICollection<TextFinding> findings, TextFindingKind kind, int codePoint)
    {
        var finding = new TextFinding(kind, codePoint);
        if (!findings.Contains(finding))
            findings.Add(finding);
    }
}
