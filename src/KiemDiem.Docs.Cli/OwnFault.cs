using KiemDiem.Docs.Proof;

namespace KiemDiem.Docs.Cli;

/// <summary>What is said when the program itself is wrong.</summary>
internal static class OwnFault
{
    /// <summary>Never the exception's message or stack: they may hold what stands in the record.</summary>
    public static string Sentence(Exception e, bool verbose) => e is UnprovenFileException unproven
        ? $"Lỗi của chương trình: tệp lập ra không qua bước kiểm \"{unproven.Check}\" nên không được ghi."
        : verbose
        ? $"Lỗi của chương trình ({e.GetType().FullName})."
        : "Lỗi của chương trình; chạy lại với --verbose để biết loại lỗi.";
}
