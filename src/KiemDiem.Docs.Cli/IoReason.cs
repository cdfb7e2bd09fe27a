namespace KiemDiem.Docs.Cli;

/// <summary>Why a file could not be read or written, in Vietnamese; .NET says it in English.</summary>
internal static class IoReason
{
    /// <summary>ENOSPC, which .NET hands through on Unix.</summary>
    private const int NoSpaceOnUnix = 28;

    /// <summary>ERROR_DISK_FULL as an HRESULT.</summary>
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static bool IsIo(Exception e) => e is IOException or UnauthorizedAccessException;

    public static string Of(Exception e) => e switch
    {
        UnauthorizedAccessException => "không có quyền truy cập",
        FileNotFoundException or DirectoryNotFoundException => "không tìm thấy",
        PathTooLongException => "đường dẫn quá dài",
        { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => "ổ đĩa đã đầy",
        _ => "thiết bị hoặc tệp báo lỗi",
    };
}
