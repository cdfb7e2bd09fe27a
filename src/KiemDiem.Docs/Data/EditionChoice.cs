using System.Globalization;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Data;

/// <summary>Decides which edition of which form a record is checked and printed by.</summary>
internal static class EditionChoice
{
    /// <param name="library">All forms.</param>
    /// <param name="record">The record as it came.</param>
    /// <param name="form">Null where the record says it itself.</param>
    /// <param name="edition">
    /// Null for the one that the record names; failing that, for the one in force at the record's date; the newest
    /// where the record has no date.
    /// </param>
    public static Checked<FormDefinition> Choose(FormLibrary library, JsonElement record, string? form, string? edition)
    {
        var formPath = FieldPath.Root.Child(RecordReader.FormKey);
        form ??= StringAt(record, RecordReader.FormKey);
        if (form is null)
            return Refuse(Found.NoForm(formPath));

        var editions = library.EditionsOf(form);
        if (editions.Count == 0)
            return Refuse(Found.UnknownForm(formPath, library.FormIds));
        var own = StringAt(record, RecordReader.EditionKey);
        if ((edition ?? own) is { } wanted)
        {
            var path = edition is null ? FieldPath.Root.Child(RecordReader.EditionKey) : FieldPath.Root;
            return editions.FirstOrDefault(known => known.Edition.Id == wanted) is { } named
                ? Accept(named)
                : Refuse(Found.UnknownEdition(path, editions.Select(known => known.Edition.Id)));
        }

        if (RecordDate.Of(record) is not { } date)
            return Accept(editions[^1]);
        return editions.FirstOrDefault(known => known.Edition.InForce.Covers(date)) is { } inForce
            ? Accept(inForce)
            : Refuse(Found.NoEditionInForce(
                FieldPath.Root.Child(RecordDate.KeyOf(record)),
                editions.Select(known => Describe(known.Edition))));
    }

    private static string? StringAt(JsonElement record, string key) =>
        JsonText.TryGet(record, key, out var name) && name.ValueKind == JsonValueKind.String
            ? JsonText.Of(name)
            : null;

    private static string Describe(Edition edition) => edition.InForce.To is { } to
        ? $"{edition.Id} (từ {Print(edition.InForce.From)} đến {Print(to)})"
        : $"{edition.Id} (từ {Print(edition.InForce.From)})";

    private static string Print(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static Checked<FormDefinition> Accept(FormDefinition form) => new(form, [], []);

    private static Checked<FormDefinition> Refuse(Problem problem) => new(null, [problem], []);
}
