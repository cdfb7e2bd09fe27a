using System.Globalization;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Data;

/// <summary>
/// What a control in a Word file is tagged with: the JSON Pointer of a value in the record, and where one control does
/// not show all of it, after "#" which part: /hoTen, /phuongHuong/2, /ngayLap#month, /xepLoai#hoanThanhTot.
/// </summary>
/// <param name="Field">The key of the field.</param>
/// <param name="Item">Which paragraph of a long text, from 0.</param>
/// <param name="Part">A part of a date, or one of the choices.</param>
internal sealed record ValueTag(string Field, int? Item = null, string? Part = null)
{
    public const string Day = "day";
    public const string Month = "month";
    public const string Year = "year";

    /// <summary>A long text on one line, its paragraphs run together.</summary>
    public const string OneLine = "line";

    public FieldPath Path => Item is { } item ? FieldPath.Root.Child(Field).Item(item) : FieldPath.Root.Child(Field);

    /// <returns>Null where it is no such tag.</returns>
    public static ValueTag? TryParse(string tag)
    {
        var hash = tag.IndexOf('#', StringComparison.Ordinal);
        var (pointer, part) = hash < 0 ? (tag, null) : (tag[..hash], tag[(hash + 1)..]);
        return pointer.Split('/') switch
        {
            ["", { Length: > 0 } field] => new ValueTag(field, null, part),
            ["", { Length: > 0 } field, var index] when Whole(index) is { } item => new ValueTag(field, item, part),
            _ => null,
        };
    }

    public override string ToString() => Part is null ? Path.Pointer : $"{Path.Pointer}#{Part}";

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
