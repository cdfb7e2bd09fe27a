using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// A field of NĐ 30/2020/NĐ-CP, Phụ lục VI, phần II, by its name there: either a value or fields below it.
/// </summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Value">Null where nothing is told.</param>
/// <param name="IsNumber">Whether the table calls it a number.</param>
/// <param name="Fields">Empty for a value.</param>
internal sealed record MetadataField(string Name, string? Value, bool IsNumber, IReadOnlyList<MetadataField> Fields)
{
    public static MetadataField Group(string name, params IReadOnlyList<MetadataField> fields) =>
        new(name, null, false, fields);

    public static MetadataField Empty(string name) => new(name, null, false, []);

    public static MetadataField EmptyNumber(string name) => new(name, null, true, []);
}

/// <summary>
/// Gathers the fields of one document or file. A value that is longer than its field is left out and noted: a cut one
/// would be a wrong one, and an over-long one would make an archive refuse the whole file.
/// </summary>
internal sealed class MetadataFields
{
    private const int MaxDescription = 500;

    private readonly List<string> notes = [];

    /// <param name="name">The name in the table.</param>
    /// <param name="value">Null where nothing is told.</param>
    /// <param name="maxLength">The length in the table, in characters.</param>
    /// <param name="label">What the note calls it.</param>
    public MetadataField Text(string name, string? value, int maxLength, string label)
    {
        if (value is null || value.EnumerateRunes().Count() <= maxLength)
            return new MetadataField(name, value, false, []);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{label} dài quá {maxLength} ký tự nên không ghi."));
        return MetadataField.Empty(name);
    }

    /// <param name="name">The name in the table.</param>
    /// <param name="value">Null where nothing is told.</param>
    /// <param name="max">What the digits of the table can tell.</param>
    /// <param name="label">What the note calls it.</param>
    public MetadataField Number(string name, int? value, int max, string label)
    {
        if (value <= max)
            return new MetadataField(name, value.Value.ToString(CultureInfo.InvariantCulture), true, []);
        if (value is not null)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{label} lớn hơn {max} nên không ghi."));
        return MetadataField.EmptyNumber(name);
    }

    /// <summary>The notes; there are few enough of them to fit.</summary>
    public MetadataField Description()
    {
        var text = new StringBuilder().AppendJoin(' ', notes).ToString();
        if (text.Length > MaxDescription)
            throw new InvalidOperationException("The notes are longer than their field.");
        return new MetadataField("Description", text.Length == 0 ? null : text, false, []);
    }
}
