using System.Globalization;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Docx.Reading;

namespace KiemDiem.Docs.Readback;

/// <summary>
/// Compares what the controls of one field say with what it said when the file was made. What stands in the document
/// counts; where nobody changed it there, the bound value does, which other programs change.
/// </summary>
internal sealed class FieldReader
{
    private const char Cross = '\u2612';
    private const char Tick = '\u2611';

    private readonly FormRecord original;
    private readonly FieldDefinition definition;
    private readonly string text;
    private readonly IReadOnlyList<(ValueTag Tag, ShownControl Control)> controls;
    private readonly IReadOnlyList<(ValueTag Tag, string Text)> values;

    private FieldReader(
        FormRecord original,
        FieldDefinition definition,
        string text,
        IReadOnlyList<(ValueTag Tag, ShownControl Control)> controls,
        IReadOnlyList<(ValueTag Tag, string Text)> values)
    {
        this.original = original;
        this.definition = definition;
        this.text = text;
        this.controls = controls;
        this.values = values;
    }

    private FieldValue? Value => original.Values.GetValueOrDefault(definition.Key);

    /// <param name="original">The record that the file was made from.</param>
    /// <param name="field">One of its fields.</param>
    /// <param name="text">That of the document.</param>
    /// <param name="controls">Those of the field.</param>
    /// <param name="values">The bound values of the field.</param>
    public static FieldEdit Read(
        FormRecord original,
        FieldDefinition field,
        string text,
        IReadOnlyList<(ValueTag Tag, ShownControl Control)> controls,
        IReadOnlyList<(ValueTag Tag, string Text)> values)
    {
        var reader = new FieldReader(original, field, text, controls, values);
        if (controls.Count == 0)
            return reader.Value is null ? FieldEdit.None : FieldEdit.Gone;
        return field switch
        {
            LongTextField => reader.ReadLongText(),
            ChoiceField choice => reader.ReadChoice(choice),
            DateField => reader.ReadDate(),
            _ => reader.ReadLine(),
        };
    }

    private FieldEdit ReadLine()
    {
        var edits = Changes(null, Value is null ? string.Empty : PrintedValue.Of(Value)).Select(Json).ToList();
        return edits.Count switch
        {
            0 => FieldEdit.None,
            1 => new FieldEdit.Changed(edits[0]),
            _ => new FieldEdit.Torn(),
        };
    }

    private JsonNode? Json(string line) => definition switch
    {
        _ when line.Length == 0 => null,
        YearField => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : line,
        DateField => PrintedDate.Iso(line),
        ChoiceField choice => original.Form.ChoicesOf(choice).FirstOrDefault(one => one.Label == line)?.Value ?? line,
        LongTextField => new JsonArray(line),
        _ => line,
    };

    /// <summary>
    /// The different texts that a part of the field was changed to: in the document, and where nobody changed it there,
    /// in the bound values.
    /// </summary>
    private List<string> Changes(string? part, string printed)
    {
        var before = PlainText.Of(printed);
        var inCapitals = before.ToUpperInvariant();
        bool IsNew(string now) => now != before && now != inCapitals;

        // Other programs may have left the one or the other behind: whatever was changed was changed by somebody.
        return controls.Where(one => one.Tag.Part == part && one.Tag.Item is null && one.Control.IsChecked is null)
            .Select(one => PlainText.Of(TextOf(one.Control)))
            .Concat(values.Where(one => one.Tag.Part == part && one.Tag.Item is null)
                .Select(one => PlainText.Of(one.Text)))
            .Where(IsNew)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    private FieldEdit ReadDate()
    {
        var date = (Value as DateValue)?.Date;
        var whole = Changes(null, date?.Numeric ?? string.Empty).Select(PrintedDate.Iso).Distinct().ToList();
        var day = Changes(ValueTag.Day, date?.PrintedDay ?? string.Empty);
        var month = Changes(ValueTag.Month, date?.PrintedMonth ?? string.Empty);
        var year = Changes(ValueTag.Year, date?.PrintedYear ?? string.Empty);
        if (day.Count > 1 || month.Count > 1 || year.Count > 1)
            return new FieldEdit.Torn();
        if (day.Count + month.Count + year.Count > 0)
        {
            var parts = PrintedDate.Iso(
                day.FirstOrDefault(date?.PrintedDay ?? string.Empty),
                month.FirstOrDefault(date?.PrintedMonth ?? string.Empty),
                year.FirstOrDefault(date?.PrintedYear ?? string.Empty));
            whole = [.. whole.Append(parts).Distinct()];
        }

        return whole.Count switch
        {
            0 => FieldEdit.None,
            1 => new FieldEdit.Changed(whole[0].Length == 0 ? null : whole[0]),
            _ => new FieldEdit.Torn(),
        };
    }

    /// <summary>
    /// All that stands between the first of its controls and the last, to the end of that paragraph: so paragraphs
    /// count that somebody added among them, in a program that knows nothing of groups.
    /// </summary>
    private FieldEdit ReadLongText()
    {
        var pieces = controls.Where(one => one.Tag.Part is null).Select(one => one.Control).ToList();
        var before = ((Value as LongTextValue)?.Paragraphs ?? []).SelectMany(PlainText.Lines).ToList();
        if (pieces.Count == 0)
            return ReadOneLine();
        var start = pieces.Min(piece => piece.Start);
        var end = pieces.Max(piece => piece.End);
        if (end == start || text[end - 1] != BoundDocument.ParagraphEnd)
            end = text.IndexOf(BoundDocument.ParagraphEnd, end) is >= 0 and var next ? next : text.Length;
        var now = pieces.TrueForAll(piece => piece.IsPlaceholder)
            ? []
            : PlainText.Lines(Without(pieces.Where(piece => piece.IsPlaceholder), start, end)).ToList();
        if (!now.SequenceEqual(before))
            return new FieldEdit.Changed(Paragraphs(now));
        return ReadBoundParagraphs();
    }

    private FieldEdit ReadOneLine()
    {
        var edits = Changes(ValueTag.OneLine, Value is null ? string.Empty : PrintedValue.Of(Value));
        return edits.Count switch
        {
            0 => FieldEdit.None,
            1 => new FieldEdit.Changed(Json(edits[0])),
            _ => new FieldEdit.Torn(),
        };
    }

    private FieldEdit ReadBoundParagraphs()
    {
        var now = ((Value as LongTextValue)?.Paragraphs ?? []).ToList();
        var isEdited = false;
        foreach (var (tag, value) in values)
        {
            if (tag.Item is not { } item || item >= now.Count || PlainText.Of(value) == PlainText.Of(now[item]))
                continue;
            now[item] = value;
            isEdited = true;
        }

        return isEdited ? new FieldEdit.Changed(Paragraphs(now.SelectMany(PlainText.Lines))) : FieldEdit.None;
    }

    private static JsonArray? Paragraphs(IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? new JsonArray([.. some.Select(line => (JsonNode)line)]) : null;

    /// <summary>
    /// A box says it thrice: by its sign, by its state and by the value that it is bound to. Whichever is not as it
    /// was made was changed.
    /// </summary>
    private FieldEdit ReadChoice(ChoiceField field)
    {
        var boxes = controls.Where(one => one.Control.IsChecked is not null).ToList();
        if (boxes.Count == 0)
            return ReadLine();
        var before = (Value as ChoiceValue)?.Choice.Value;
        var crossed = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in original.Form.ChoicesOf(field).Select(choice => choice.Value))
        {
            var own = boxes.Where(box => box.Tag.Part == choice).Select(box => box.Control).ToList();
            if (own.Count == 0)
                continue;
            seen.Add(choice);
            var was = choice == before;
            if (Says(choice, own).Any(now => now != was) ? !was : was)
                crossed.Add(choice);
        }

        if (crossed.Count > 1)
            return new FieldEdit.Crossed();
        if (crossed.Count == 0 && before is not null && !seen.Contains(before))
            return FieldEdit.Gone;
        return crossed.FirstOrDefault() == before
            ? FieldEdit.None
            : new FieldEdit.Changed(crossed.FirstOrDefault());
    }

    private IEnumerable<bool> Says(string choice, List<ShownControl> boxes)
    {
        foreach (var box in boxes)
        {
            yield return box.IsChecked == true;
            if (PlainText.Of(TextOf(box)) is [var sign])
                yield return sign is Cross or Tick or 'x' or 'X';
        }

        foreach (var (tag, value) in values)
        {
            if (tag.Part == choice && value.Trim() is { Length: > 0 } said)
                yield return said is "true" or "1";
        }
    }

    private string TextOf(ShownControl control) =>
        control.IsPlaceholder ? string.Empty : text[control.Start..control.End];

    private string Without(IEnumerable<ShownControl> placeholders, int start, int end)
    {
        var (left, at) = (new System.Text.StringBuilder(), start);
        foreach (var one in placeholders.Where(one => one.Start >= at).OrderBy(one => one.Start))
        {
            left.Append(text, at, Math.Max(0, one.Start - at));
            at = Math.Max(at, one.End);
        }

        return left.Append(text, at, Math.Max(0, end - at)).ToString();
    }
}
