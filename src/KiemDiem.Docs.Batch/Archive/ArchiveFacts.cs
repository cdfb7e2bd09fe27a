using System.Globalization;
using System.Text;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>Takes out of a record what an archive asks about it; its form says which field tells what.</summary>
public static class ArchiveFacts
{
    /// <param name="record">The record.</param>
    /// <param name="pages">Of its PDF; null where it is not known.</param>
    public static ArchiveEntry Of(FormRecord record, int? pages)
    {
        var asked = record.Form.LuuTru;
        return new ArchiveEntry
        {
            Nam = YearOf(record, asked.Nam),
            DonVi = TextOf(record, asked.DonVi),
            DoiTuong = TextOf(record, asked.DoiTuong),
            NgaySinh = DateOf(record, asked.NgaySinh),
            KiemDiemHangNam = asked.KiemDiemHangNam,
            TenLoai = asked.TenLoai,
            TrichYeu = Joined(asked.TrichYeu.Select(part => Filled(record, part))),
            NgayVanBan = DateOf(record, asked.NgayVanBan),
            CoQuanBanHanh = Filled(record, asked.CoQuanBanHanh),
            NguoiKy = TextOf(record, asked.NguoiKy),
            ChucVuNguoiKy = TextOf(record, asked.ChucVuNguoiKy),
            NoiNhan = Filled(record, asked.NoiNhan),
            SoTrang = pages,
        };
    }

    private static int? YearOf(FormRecord record, string? key) => ValueOf(record, key) switch
    {
        YearValue year => year.Year,
        DateValue date => date.Date.Year,
        _ => null,
    };

    private static string? DateOf(FormRecord record, string? key) =>
        ValueOf(record, key) is DateValue { Date: var date } ? Iso(date) : null;

    private static string? TextOf(FormRecord record, string? key) =>
        ValueOf(record, key) is { } value ? PrintedValue.Of(value) : null;

    /// <returns>Null where a field is left for the pen: half a name is none.</returns>
    private static string? Filled(FormRecord record, string? template)
    {
        if (template is null)
            return null;
        var text = new StringBuilder();
        foreach (var part in Template.Parse(template))
        {
            if ((part.Text ?? TextOf(record, part.Field)) is not { } words)
                return null;
            text.Append(words);
        }

        return text.ToString();
    }

    private static string? Joined(IEnumerable<string?> parts) =>
        string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static FieldValue? ValueOf(FormRecord record, string? key) =>
        key is null ? null : record.Values.GetValueOrDefault(key);

    private static string Iso(PartialDate date)
    {
        var iso = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        if (date.Month is { } month)
            iso += month.ToString("-00", CultureInfo.InvariantCulture);
        return date.Day is { } day ? iso + day.ToString("-00", CultureInfo.InvariantCulture) : iso;
    }
}
