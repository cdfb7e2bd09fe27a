using System.Text;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>How the texts of each column are decoded: as the caller said, or as was found out.</summary>
internal sealed class ColumnDecoding
{
    /// <summary>Texts of a column that are looked at.</summary>
    private const int MaxSamples = 500;

    private const int MaxExamples = 3;

    /// <summary>Characters of an example.</summary>
    private const int ExampleLength = 80;

    private readonly Dictionary<string, (LegacyEncoding Encoding, bool Capitals)> columns =
        new(StringComparer.Ordinal);

    private readonly List<ColumnReport> reports = [];

    private ColumnDecoding(bool isLegacy) => IsLegacy = isLegacy;

    /// <summary>Anything but Unicode was asked for; otherwise texts need not even be looked at.</summary>
    public bool IsLegacy { get; }

    public IReadOnlyList<ColumnReport> Reports => reports;

    /// <summary>Decides, before any record is delivered.</summary>
    /// <param name="options">What the caller said.</param>
    /// <param name="tables">Knows which header names which field.</param>
    /// <param name="values">
    /// The texts of the source, undecoded. All of them are gone through: a column may be filled late.
    /// </param>
    public static ColumnDecoding Choose(
        SourceOptions options,
        TableForms tables,
        Func<ColumnDecoding, IEnumerable<(string Column, string Text)>> values)
    {
        var decoding = new ColumnDecoding(options.IsLegacy);
        if (!decoding.IsLegacy)
            return decoding;

        var samples = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var (column, text) in values(decoding))
        {
            if (!samples.TryGetValue(column, out var texts))
            {
                samples[column] = texts = [];
                order.Add(column);
            }

            if (texts.Count < MaxSamples)
                texts.Add(text);
        }

        foreach (var column in order)
            decoding.Decide(column, samples[column], options, tables);
        return decoding;
    }

    public string Decode(string column, string text) =>
        columns.TryGetValue(column, out var how) ? Decode(text, how.Encoding, how.Capitals) : text;

    private void Decide(string column, List<string> samples, SourceOptions options, TableForms tables)
    {
        var names = tables.NamesOf(column);
        var told = options.ColumnEncodings.FirstOrDefault(
            pair => names.Contains(TableForms.Plain(pair.Key)),
            KeyValuePair.Create(column, options.Encoding)).Value;
        if (told == TextEncoding.Unicode)
            return;
        var guess = told switch
        {
            TextEncoding.Tcvn3 => new EncodingGuess(LegacyEncoding.Tcvn3, 1),
            TextEncoding.Vni => new EncodingGuess(LegacyEncoding.Vni, 1),
            _ => EncodingGuess.Of(samples),
        };
        var capitals = options.CapitalColumns.Any(name => names.Contains(TableForms.Plain(name)));
        columns[column] = (guess.Encoding, capitals);
        reports.Add(new ColumnReport(
            column,
            EncodingOf(guess.Encoding),
            told == TextEncoding.Auto ? guess.Score : null,
            [.. Examples(samples, text => Decode(text, guess.Encoding, capitals))]));
    }

    /// <summary>Texts that are changed; where none is, texts in which there was something to decide.</summary>
    private static IEnumerable<DecodedExample> Examples(List<string> samples, Func<string, string> decode) => samples
        .Where(text => !text.All(char.IsAscii) || decode(text) != text)
        .Distinct(StringComparer.Ordinal)
        .Select(text => Cut(text, ExampleLength))
        .Select(text => new DecodedExample(text, decode(text)))
        .OrderBy(example => example.Before == example.After)
        .Take(MaxExamples);

    private static string Decode(string text, LegacyEncoding encoding, bool capitals) =>
        capitals ? LegacyText.DecodeCapitals(text, encoding) : LegacyText.Decode(text, encoding);

    /// <summary>Not within a surrogate pair.</summary>
    private static string Cut(string text, int length) => text.Length <= length
        ? text
        : new StringBuilder().Append(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length))
            .Append('…').ToString();

    private static TextEncoding EncodingOf(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => TextEncoding.Tcvn3,
        LegacyEncoding.Vni => TextEncoding.Vni,
        _ => TextEncoding.Unicode,
    };
}
