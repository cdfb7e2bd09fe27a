using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>The forms as tables name them: which header is which field of which form.</summary>
/// <param name="library">All forms.</param>
/// <param name="form">The form of rows that name none; null for none.</param>
/// <param name="edition">The edition of all rows; null for each row's own.</param>
internal sealed partial class TableForms(FormLibrary library, string? form, string? edition)
{
    /// <summary>Headers of the column that names a row's form.</summary>
    public const string FormTitle = "Mẫu";

    /// <summary>Headers of the column that names a row's edition.</summary>
    public const string EditionTitle = "Phiên bản";

    private static readonly LegacyEncoding[] Readings =
        [LegacyEncoding.None, LegacyEncoding.Tcvn3, LegacyEncoding.Vni];

    private readonly Dictionary<string, IReadOnlyList<FormDefinition>> editions = new(StringComparer.Ordinal);

    private readonly Dictionary<FormDefinition, Dictionary<string, FieldDefinition>> fields = [];

    private readonly HashSet<string> known =
    [
        .. library.Forms.SelectMany(definition => FieldsOf(definition).Keys),
        .. new[] { JsonRecord.FormKey, FormTitle, JsonRecord.EditionKey, EditionTitle }.Select(Plain),
    ];

    /// <summary>The form of rows that name none.</summary>
    public string? Form => form;

    /// <summary>How names are compared: composed, trimmed, spaces and case aside.</summary>
    public static string Plain(string name) =>
        Spaces().Replace(Compose(name).Trim(), " ").ToLowerInvariant();

    /// <summary>The title of a field as a header: its key where another field of the form has the same title.</summary>
    public static string HeaderOf(FormDefinition definition, FieldDefinition field) =>
        FieldsOf(definition).TryGetValue(Plain(field.Title), out var found) && found == field ? field.Title : field.Key;

    public static string? FormOf(FormLibrary library, string name) => library.Forms
        .FirstOrDefault(definition => Plain(name) == Plain(definition.Id) || Plain(name) == Plain(definition.Title))
        ?.Id;

    /// <summary>A form by its id or title; null where there is none of that name.</summary>
    public string? FormOf(string name) => FormOf(library, name);

    /// <summary>An edition by its id or title; null where there is none of that name.</summary>
    public string? EditionOf(string name) => library.Editions
        .FirstOrDefault(known => Plain(known.Id) == Plain(name) || Plain(known.Title) == Plain(name))?.Id;

    /// <summary>Whether a header names a field of any form, or the form.</summary>
    public bool IsKnown(string header) => Readings.Any(reading => IsKnown(header, reading));

    /// <summary>A header as it is understood: it may be in a legacy encoding like the rest of its table.</summary>
    public TableHeader HeaderOf(string text)
    {
        var reading = Readings.FirstOrDefault(reading => IsKnown(text, reading), LegacyEncoding.None);
        var name = Compose(LegacyText.Decode(text, reading)).Trim();
        var parts = Numbered().Match(name);
        return parts.Success
            ? new TableHeader(
                name, parts.Groups[1].Value, int.Parse(parts.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : new TableHeader(name, name, null);
    }

    /// <summary>What a caller may call a column: its header, and the keys of the fields that it names.</summary>
    public IReadOnlyList<string> NamesOf(string column)
    {
        var name = Plain(HeaderOf(column).Field);
        return
        [
            .. library.Forms.Select(definition => FieldsOf(definition).GetValueOrDefault(name))
                .OfType<FieldDefinition>()
                .SelectMany(field => new[] { field.Key, field.Title }).Select(Plain).Distinct(),
            Plain(column),
        ];
    }

    /// <summary>The field of a form that a header names; null where it has none.</summary>
    public FieldDefinition? FieldOf(FormDefinition definition, TableHeader header)
    {
        if (!fields.TryGetValue(definition, out var byName))
            fields[definition] = byName = FieldsOf(definition);
        var field = byName.GetValueOrDefault(header.Plain);
        return header.Number is null || field is LongTextField ? field : null;
    }

    /// <summary>The definition by which a row is read, as the engine will choose it; null for no known form.</summary>
    /// <param name="id">Of the form.</param>
    /// <param name="own">The edition that the row names.</param>
    /// <param name="dateOf">The row's date, if it is read by a definition.</param>
    public FormDefinition? Definition(string id, string? own, Func<FormDefinition, DateOnly?> dateOf)
    {
        if (!editions.TryGetValue(id, out var all))
            editions[id] = all = library.EditionsOf(id);
        if (all.Count < 2)
            return all.Count == 0 ? null : all[0];
        if (all.FirstOrDefault(definition => definition.Edition.Id == (edition ?? own)) is { } named)
            return named;
        var date = all.Reverse().Select(dateOf).FirstOrDefault(found => found is not null);
        return all.FirstOrDefault(definition => date is { } day && definition.Edition.InForce.Covers(day)) ?? all[^1];
    }

    private bool IsKnown(string header, LegacyEncoding reading)
    {
        var name = Compose(LegacyText.Decode(header, reading)).Trim();
        var parts = Numbered().Match(name);
        return known.Contains(Plain(parts.Success ? parts.Groups[1].Value : name));
    }

    private static Dictionary<string, FieldDefinition> FieldsOf(FormDefinition definition)
    {
        var result = definition.Fields.ToDictionary(field => Plain(field.Key), StringComparer.Ordinal);
        foreach (var group in definition.Fields.GroupBy(field => Plain(field.Title)))
        {
            if (!group.Skip(1).Any())
                result.TryAdd(group.Key, group.First());
        }

        return result;
    }

    /// <summary>ICU refuses texts that are no Unicode; they are no name, either.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    [GeneratedRegex(@"^(.+?)\s*\[(\d{1,4})\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

/// <summary>A header.</summary>
/// <param name="Name">As it stands, in Unicode.</param>
/// <param name="Field">Without the number behind it.</param>
/// <param name="Number">Of "ketQua[2]": which part of the field.</param>
internal sealed record TableHeader(string Name, string Field, int? Number)
{
    public string Plain { get; } = TableForms.Plain(Field);

    public bool IsForm { get; } = Is(Field, JsonRecord.FormKey, TableForms.FormTitle);

    public bool IsEdition { get; } = Is(Field, JsonRecord.EditionKey, TableForms.EditionTitle);

    private static bool Is(string name, params string[] names) =>
        names.Any(other => TableForms.Plain(other) == TableForms.Plain(name));
}
