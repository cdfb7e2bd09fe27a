namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// The fields that an archive is given, in the order of their tables, with those left empty that no record tells.
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục VI, phần II, mục I (documents) and III (files).
/// </summary>
internal static class Metadata
{
    private const string Language = "Tiếng Việt";
    private const int CompleteDate = 10;

    public static IReadOnlyList<MetadataField> Of(FileUnit unit)
    {
        var fields = new MetadataFields();
        return
        [
            FileCode(fields, unit.Nam),
            fields.Text("Title", unit.Title, 500, "Tiêu đề hồ sơ"),
            MetadataField.Empty("Maintenance"),
            MetadataField.Empty("Rights"),
            MetadataField.Empty("Creator"),
            fields.Text("Language", Language, 50, "Ngôn ngữ"),
            new MetadataField("StartDate", unit.StartDate, false, []),
            new MetadataField("EndDate", unit.EndDate, false, []),
            fields.Number("DocTotal", unit.Documents.Count, 9_999, "Tổng số văn bản"),
            fields.Number("PageTotal", unit.PageTotal, FileUnit.MaxPages, "Tổng số trang"),
            fields.Description(),
        ];
    }

    /// <param name="document">The document.</param>
    /// <param name="ordinal">Its place in its file, from 1.</param>
    public static IReadOnlyList<MetadataField> Of(ArchivedDocument document, int ordinal)
    {
        var fields = new MetadataFields();
        var entry = document.Entry;
        List<MetadataField> all =
        [
            FileCode(fields, entry.Nam),
            fields.Number("DocOrdinal", ordinal, FileUnit.MaxDocuments, "Số thứ tự văn bản"),
            fields.Text("TypeName", entry.TenLoai, 100, "Tên loại văn bản"),
            MetadataField.Empty("CodeNumber"),
            MetadataField.Empty("CodeNotation"),
            new MetadataField(
                "IssuedDate", entry.NgayVanBan is { Length: CompleteDate } date ? date : null, false, []),
            fields.Text("OrganName", entry.CoQuanBanHanh, 200, "Tên cơ quan ban hành"),
            fields.Text("Subject", entry.TrichYeu, 500, "Trích yếu"),
            fields.Text("Language", Language, 30, "Ngôn ngữ"),
            fields.Number("PageAmount", entry.SoTrang, 999, "Số trang"),
        ];
        var signer = MetadataField.Group(
            "SignerInfo",
            fields.Text("Position", entry.ChucVuNguoiKy, 100, "Chức vụ người ký"),
            fields.Text("FullName", entry.NguoiKy, 50, "Họ và tên người ký"));
        var to = MetadataField.Group(
            "To",
            MetadataField.Empty("OrganId"),
            fields.Text("OrganName", entry.NoiNhan, 200, "Tên nơi nhận"));
        return
        [
            .. all,
            fields.Description(),
            signer,
            to,
            MetadataField.EmptyNumber("Priority"),
            MetadataField.EmptyNumber("IssuedAmount"),
            MetadataField.Empty("DueDate"),
        ];
    }

    private static MetadataField FileCode(MetadataFields fields, int? year) => MetadataField.Group(
        "FileCode",
        MetadataField.Empty("OrganId"),
        fields.Number("FileCatalog", year, 9_999, "Năm hình thành hồ sơ"),
        MetadataField.Empty("FileNotation"));
}
