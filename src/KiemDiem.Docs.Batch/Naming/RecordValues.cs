using System.Globalization;
using System.Text.Json;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>What a record says for its name: letters, digits and hyphens, so that no value makes a folder.</summary>
internal sealed class RecordValues(JsonElement record, FormDefinition? form, long number, bool ascii)
{
    public const string Nam = "nam";
    public const string DonVi = "donVi";
    public const string DoiTuong = "doiTuong";
    public const string TenTep = "tenTep";
    public const string Mau = "mau";
    public const string PhienBan = "phienBan";
    public const string So = "so";

    private const string UnknownNam = "khong-ro-nam";
    private const string UnknownDonVi = "khong-ro-don-vi";

    /// <summary>The names that are not keys of a form's fields.</summary>
    public static IReadOnlyList<string> Names { get; } = [Nam, DonVi, DoiTuong, TenTep, Mau, PhienBan, So];

    /// <returns>Empty where the record does not say it.</returns>
    public string Of(NamePiece piece) => piece.Text switch
    {
        So => number.ToString(CultureInfo.InvariantCulture).PadLeft(piece.Width, '0'),
        Nam => Year(form?.LuuTru.Nam) ?? UnknownNam,
        DonVi => Text(form?.LuuTru.DonVi) is { Length: > 0 } unit ? unit : UnknownDonVi,
        DoiTuong => Text(form?.LuuTru.DoiTuong),
        TenTep => form is null ? string.Empty : FileNameText.Of(TitleAndFields(form), ascii),
        Mau => Hyphenated(form?.Id),
        PhienBan => Hyphenated(form?.Edition.Id),
        var key => Text(key),
    };

    private IEnumerable<string> TitleAndFields(FormDefinition known) => known.FileName
        .Select(key => known.FieldsByKey[key] switch
        {
            TextField => RawValue.TextOf(record, known, key),
            _ => Year(key),
        })
        .Where(part => part is not null)
        .Prepend(known.Title)!;

    private string? Year(string? key) => form is not null && key is not null
        ? RawValue.YearOf(record, form, key)?.ToString(CultureInfo.InvariantCulture)
        : null;

    private string Text(string? key) =>
        form is not null && key is not null ? Hyphenated(RawValue.TextOf(record, form, key)) : string.Empty;

    private string Hyphenated(string? text) =>
        text is null ? string.Empty : FileNameText.Hyphenate(ascii ? FileNameText.WithoutMarks(text) : text);
}
