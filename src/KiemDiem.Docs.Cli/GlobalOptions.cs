using System.CommandLine;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string> FormTemplates { get; } = new("--form-templates")
    {
        HelpName = "THƯ-MỤC",
        Description = "Thư mục định nghĩa mẫu (mặc định: thư mục đi kèm chương trình).",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "form-templates"),
        Recursive = true,
    };

    public Option<string> Fonts { get; } = new("--fonts")
    {
        HelpName = "THƯ-MỤC",
        Description = "Thư mục phông chữ (mặc định: thư mục đi kèm chương trình).",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "fonts"),
        Recursive = true,
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Chỉ in lỗi: không in tiến độ và cảnh báo.",
        Recursive = true,
    };

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "In thêm các bước kiểm mà tệp đã qua; khi chương trình có lỗi, in thêm loại lỗi.",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(FormTemplates);
        root.Add(Fonts);
        root.Add(Quiet);
        root.Add(Verbose);
        root.Add(new Option<bool>("--help", "-h", "-?")
        {
            Description = "In hướng dẫn này.",
            Recursive = true,
            Action = new HelpAction(),
        });
        root.Add(new Option<bool>("--version")
        {
            Description = "In số phiên bản của chương trình.",
            Action = new VersionAction(),
        });
    }
}
