using System.Diagnostics;
using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Forms;

/// <summary>Records to begin with: a form filled with the definition's own examples, and the blank one.</summary>
public static class RecordSample
{
    public static JsonObject Filled(FormDefinition form)
    {
        var record = Blank(form);
        foreach (var field in form.Fields)
            record[field.Key] = Example(field);
        return record;
    }

    public static JsonObject Blank(FormDefinition form) => new() { ["form"] = form.Id };

    internal static JsonNode Example(FieldDefinition field) => field switch
    {
        TextField text => text.Example,
        LongTextField longText => new JsonArray([.. longText.Example.Select(paragraph => (JsonNode)paragraph)]),
        DateField date => date.Example,
        YearField year => year.Example,
        ChoiceField choice => choice.Example,
        _ => throw new UnreachableException($"No example for {field.GetType().Name}."),
    };
}
