using System.Buffers;
using System.Globalization;
using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Proof;

/// <summary>
/// What of a record must be found in a file made from it. Texts are compared without blanks, for line ends and
/// justification change those; headers may print them in capitals.
/// </summary>
internal static class RecordWords
{
    /// <summary>
    /// The space, which is the only blank that the text gate lets through, and what composing and writing put in its
    /// place or beside it: the no-break space and the word joiner.
    /// </summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \u00A0\u2060");

    /// <param name="record">The record.</param>
    /// <param name="text">The text of the file, without blanks.</param>
    /// <param name="ticks">How many boxes are ticked in it.</param>
    public static bool AllIn(FormRecord record, string text, int ticks)
    {
        // Records follow their form, so the next value is looked for from where the last one was found.
        var at = 0;
        foreach (var value in record.Values.Values)
        {
            foreach (var words in Of(value))
            {
                if (!IsIn(words, text, ref at))
                    return false;
            }

            if (value is DateValue { Date: var date } && !IsIn(date, text))
                return false;
        }

        return ticks == TicksOf(record);
    }

    /// <summary>Adds a text without its blanks.</summary>
    public static StringBuilder AddLetters(this StringBuilder letters, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Blanks) is >= 0 and var blank)
        {
            letters.Append(text[..blank]);
            text = text[(blank + 1)..];
        }

        return letters.Append(text);
    }

    private static IEnumerable<string> Of(FieldValue value) => value switch
    {
        TextValue text => [Letters(text.Text)],
        LongTextValue longText => longText.Paragraphs.Select(Letters),
        YearValue year => [year.Year.ToString(CultureInfo.InvariantCulture)],
        _ => [],
    };

    private static bool IsIn(string words, string text, ref int at)
    {
        var found = text.IndexOf(words, at, StringComparison.Ordinal);
        if (found < 0)
            found = text.IndexOf(words, StringComparison.Ordinal);
        if (found < 0)
            return text.Contains(words.ToUpperInvariant(), StringComparison.Ordinal);
        at = found;
        return true;
    }

    /// <summary>As numbers, or in words.</summary>
    private static bool IsIn(PartialDate date, string text) =>
        text.Contains(date.Numeric, StringComparison.Ordinal)
        || text.Contains(
            $"ngày{date.PrintedDay}tháng{date.PrintedMonth}năm{date.PrintedYear}", StringComparison.Ordinal);

    private static int TicksOf(FormRecord record) => record.Form.Blocks.Count(block => block switch
    {
        RatingRowBlock row => record.Get<ChoiceValue>(row.Field) is not null,
        ChoiceListBlock list => record.Get<ChoiceValue>(list.Field) is not null,
        _ => false,
    });

    private static string Letters(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
