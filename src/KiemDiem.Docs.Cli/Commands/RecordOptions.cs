using System.CommandLine;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>Arguments and options that several commands have alike; each gets its own.</summary>
internal static class RecordOptions
{
    public static Option<string> Form() => new("--form")
    {
        HelpName = "MẪU",
        Description = "Tên mẫu, khi dữ liệu không tự ghi trường \"form\".",
    };

    public static Option<string> Edition() => new("--edition")
    {
        HelpName = "PHIÊN-BẢN",
        Description = "Phiên bản của mẫu (mặc định: phiên bản có hiệu lực vào ngày của dữ liệu).",
    };

    public static Option<string> NewestEdition() => new("--edition")
    {
        HelpName = "PHIÊN-BẢN",
        Description = "Phiên bản của mẫu (mặc định: phiên bản mới nhất).",
    };

    public static Argument<string[]> Files() => new("TỆP")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Tệp JSON; thư mục nghĩa là mọi tệp .json bên trong; dấu - là đầu vào chuẩn.",
    };

    public static Argument<string> FormArgument() => new("MẪU")
    {
        Description = "Tên mẫu, xem lệnh \"forms\".",
    };
}
