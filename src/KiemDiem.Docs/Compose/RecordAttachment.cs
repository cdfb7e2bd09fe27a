using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>The record that travels inside the file made from it.</summary>
internal static class RecordAttachment
{
    public const string Name = "record.json";

    public static Attachment Of(FormRecord record) => new(
        Name,
        "application/json",
        "Dữ liệu đã lập nên văn bản này",
        AttachmentRelation.Source,
        RecordWriter.Write(record));
}
