using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>The record that travels inside the file made from it.</summary>
internal static class RecordAttachment
{
    public static Attachment Of(FormRecord record) => new(
        RecordWriter.FileName,
        "application/json",
        "Dữ liệu đã lập nên văn bản này",
        AttachmentRelation.Source,
        RecordWriter.Write(record));
}
