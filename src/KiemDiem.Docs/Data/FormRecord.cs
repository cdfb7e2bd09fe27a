using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Data;

/// <summary>
/// A record that fits its form: complete, typed, through the text gate. What it lacks is left for the pen.
/// </summary>
/// <param name="Form">The definition, and by it the edition.</param>
/// <param name="Values">The values by key; an absent key is a field left for the pen.</param>
public sealed record FormRecord(FormDefinition Form, IReadOnlyDictionary<string, FieldValue> Values)
{
    public T? Get<T>(string key)
        where T : FieldValue => Values.GetValueOrDefault(key) as T;
}

/// <summary>What a field says. The kinds are closed, one for each kind of field.</summary>
public abstract record FieldValue
{
    private protected FieldValue()
    {
    }
}

public sealed record TextValue(string Text) : FieldValue;

/// <summary>At least one paragraph; none is empty.</summary>
public sealed record LongTextValue(IReadOnlyList<string> Paragraphs) : FieldValue;

public sealed record DateValue(PartialDate Date) : FieldValue;

public sealed record YearValue(int Year) : FieldValue;

public sealed record ChoiceValue(Choice Choice) : FieldValue;
