using System.Diagnostics;
using System.Globalization;

namespace KiemDiem.Docs.Data;

/// <summary>How a value is printed on one line.</summary>
public static class PrintedValue
{
    public static string Of(FieldValue value) => value switch
    {
        TextValue text => text.Text,
        LongTextValue longText => string.Join(' ', longText.Paragraphs),
        DateValue date => date.Date.Numeric,
        YearValue year => year.Year.ToString(CultureInfo.InvariantCulture),
        ChoiceValue choice => choice.Choice.Label,
        _ => throw new UnreachableException($"No way to print {value.GetType().Name}."),
    };
}
