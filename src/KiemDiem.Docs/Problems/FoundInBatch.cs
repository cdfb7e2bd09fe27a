using System.Globalization;

namespace KiemDiem.Docs.Problems;

/// <summary>What can go wrong with a record of a batch, or a batch, beside what is wrong in a record.</summary>
public static class FoundInBatch
{
    public static Problem MalformedRecord() =>
        new(FieldPath.Root, "malformedJson", "Hồ sơ này không phải JSON đúng cú pháp.");

    /// <summary>Our own fault; the other records go on.</summary>
    public static Problem OwnFault() => new(
        FieldPath.Root, "ownFault", "Chương trình gặp lỗi khi lập văn bản này; hãy báo cho người phát triển.");

    /// <summary>The process that was to print it ended.</summary>
    public static Problem RendererDied() => new(
        FieldPath.Root,
        "rendererDied",
        "Tiến trình lập văn bản này bị ngắt giữa chừng nhiều lần; hãy báo cho người phát triển.");

    public static Problem RecordTimeout(TimeSpan limit) => new(
        FieldPath.Root,
        "recordTimeout",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Lập văn bản này mất quá {(long)limit.TotalSeconds} giây; hãy báo cho người phát triển."));

    public static Problem DiskFull() => new(
        FieldPath.Root, "diskFull", "Ổ đĩa đã đầy; hãy dọn chỗ trống rồi cho chạy tiếp.");

    public static Problem DiskLimit() => new(
        FieldPath.Root,
        "diskLimit",
        "Đã chạm giới hạn dung lượng dành cho các lô; hãy xóa lô cũ hoặc nâng giới hạn rồi cho chạy tiếp.");

    public static Problem StorageFailed() => new(
        FieldPath.Root, "storageFailed", "Không đọc hoặc ghi được nơi lưu; hãy kiểm tra rồi cho chạy tiếp.");

    /// <param name="sentence">What the source says about itself; never a value.</param>
    public static Problem UnreadableSource(string sentence) => new(FieldPath.Root, "unreadableSource", sentence);

    public static Problem OtherProgram() => new(
        FieldPath.Root,
        "otherProgram",
        "Lô này do một phiên bản khác của chương trình bắt đầu; hãy chạy tiếp bằng đúng phiên bản đó.");
}
