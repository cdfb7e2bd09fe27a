using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Data;

/// <summary>Reads the value of one field. Null, "" and [] say that the field is left for the pen.</summary>
internal sealed class ValueReader(
    FormDefinition form, Func<int, bool> hasGlyph, List<Problem> problems, List<Problem> warnings)
{
    private const int MaxNamedCharacters = 5;

    private static readonly SearchValues<char> LineBreaks =
        SearchValues.Create("\r\n\u2028\u2029\u0085\u000B\u000C");

    private readonly RareLetters rareLetters = new();

    public FieldValue? Read(JsonElement json, FieldDefinition field, FieldPath path)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        return field switch
        {
            TextField text => ReadText(json, text, path),
            LongTextField longText => ReadLongText(json, longText, path),
            DateField => ReadDate(json, path),
            YearField => ReadYear(json, path),
            ChoiceField choice => ReadChoice(json, choice, path),
            _ => throw new UnreachableException($"No way to read {field.GetType().Name}."),
        };
    }

    private TextValue? ReadText(JsonElement json, TextField field, FieldPath path)
    {
        if (StringOf(json, path, "một chuỗi ký tự") is not { } raw)
            return null;
        var trimmed = raw.Trim();
        if (trimmed.AsSpan().ContainsAny(LineBreaks))
            return Problem<TextValue>(Found.LineBreak(path));
        var text = Gate(trimmed, path);
        if (text.Length > field.MaxLength)
            return Problem<TextValue>(Found.TooLong(path, field.MaxLength));
        if (!rareLetters.Add(text))
            return Problem<TextValue>(Found.TooManyRareLetters(path, Limits.RareLetters));
        return text.Length > 0 ? new TextValue(text) : null;
    }

    private LongTextValue? ReadLongText(JsonElement json, LongTextField field, FieldPath path)
    {
        var paragraphs = new List<string>();
        var length = 0;
        foreach (var (element, place) in Parts(json, path))
        {
            if (StringOf(element, place, "một chuỗi, hoặc một mảng các chuỗi") is not { } raw)
                continue;
            var findings = new List<TextFinding>();
            foreach (var part in raw.AsSpan().SplitAny(LineBreaks))
            {
                var line = part.Start.Value == 0 && part.End.Value == raw.Length ? raw : raw[part];
                if (TextGate.Pass(line, hasGlyph, findings) is not { Length: > 0 } text)
                    continue;
                if (!rareLetters.Add(text))
                    return Problem<LongTextValue>(Found.TooManyRareLetters(path, Limits.RareLetters));
                paragraphs.Add(text);
                length += text.Length;
            }

            Tell(findings, place);
            if (length > field.MaxLength)
                return Problem<LongTextValue>(Found.TooLong(path, field.MaxLength));
            if (paragraphs.Count > Limits.Paragraphs)
                return Problem<LongTextValue>(Found.TooManyItems(path, Limits.Paragraphs));
        }

        return paragraphs.Count == 0 ? null : new LongTextValue(paragraphs);
    }

    private static IEnumerable<(JsonElement Element, FieldPath Path)> Parts(JsonElement json, FieldPath path) =>
        json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().Select((element, index) => (element, path.Item(index)))
            : [(json, path)];

    private DateValue? ReadDate(JsonElement json, FieldPath path)
    {
        if (StringOf(json, path, "một ngày viết trong dấu nháy, ví dụ \"2022-12-05\"") is not { Length: > 0 } raw)
            return null;
        return PartialDate.TryParse(raw.Trim(), out var date)
            ? new DateValue(date)
            : Problem<DateValue>(Found.BadDate(path));
    }

    private YearValue? ReadYear(JsonElement json, FieldPath path)
    {
        if (json.ValueKind != JsonValueKind.Number)
            return Problem<YearValue>(Found.WrongType(path, "một số nguyên, ví dụ 2022"));
        return json.TryGetDecimal(out var year) && year is >= Limits.FirstYear and <= Limits.LastYear
            && decimal.IsInteger(year)
            ? new YearValue((int)year)
            : Problem<YearValue>(Found.BadYear(path, Limits.FirstYear, Limits.LastYear));
    }

    private ChoiceValue? ReadChoice(JsonElement json, ChoiceField field, FieldPath path)
    {
        if (StringOf(json, path, "một giá trị trong danh mục") is not { Length: > 0 } raw)
            return null;
        var choices = form.ChoicesOf(field);
        return choices.FirstOrDefault(choice => choice.Value == raw) is { } chosen
            ? new ChoiceValue(chosen)
            : Problem<ChoiceValue>(Found.BadChoice(path, choices.Select(choice => choice.Value)));
    }

    private string? StringOf(JsonElement json, FieldPath path, string expected)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            problems.Add(Found.WrongType(path, expected));
            return null;
        }

        if (JsonText.Of(json) is { } text)
            return text;
        problems.Add(Found.LoneSurrogate(path));
        return null;
    }

    private string Gate(string raw, FieldPath path)
    {
        var findings = new List<TextFinding>();
        var text = TextGate.Pass(raw, hasGlyph, findings);
        Tell(findings, path);
        return text;
    }

    /// <summary>Each finding once, however many lines have it.</summary>
    private void Tell(List<TextFinding> findings, FieldPath path)
    {
        foreach (var finding in findings.Where(finding => finding.Kind != TextFindingKind.NoGlyph))
            (finding.IsFault ? problems : warnings).Add(Describe(finding, path));
        var unseen = findings.Where(finding => finding.Kind == TextFindingKind.NoGlyph).ToList();
        if (unseen.Count > 0)
            problems.Add(Found.NoGlyph(path, unseen.Take(MaxNamedCharacters).Select(Name)));
    }

    private static Problem Describe(TextFinding finding, FieldPath path) => finding.Kind switch
    {
        TextFindingKind.ControlCharacter => Found.ControlCharacter(path, finding.CodePoint),
        TextFindingKind.LoneSurrogate => Found.LoneSurrogate(path),
        TextFindingKind.SoftHyphen => Found.SoftHyphen(path),
        TextFindingKind.TooManyMarks => Found.TooManyMarks(path),
        TextFindingKind.Gha => Found.Gha(path),
        TextFindingKind.HiddenCharacter => Found.HiddenCharacter(path, finding.CodePoint),
        _ => throw new UnreachableException($"No sentence for {finding.Kind}."),
    };

    private static string Name(TextFinding finding) =>
        FormattableString.Invariant($"'{new Rune(finding.CodePoint)}' (U+{finding.CodePoint:X4})");

    private T? Problem<T>(Problem problem)
        where T : FieldValue
    {
        problems.Add(problem);
        return null;
    }
}
