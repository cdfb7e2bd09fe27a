using System.CommandLine;

namespace KiemDiem.Docs.Cli.Usage;

/// <summary>The help of a command, read off the command itself.</summary>
internal static class HelpText
{
    private const string Indent = "  ";

    private static readonly IReadOnlyList<(string, string)> ExitCodes =
    [
        ("0", "xong"),
        ("1", "có dữ liệu sai hoặc tệp không đọc, ghi được"),
        ("2", "dòng lệnh sai; chưa ghi tệp nào"),
        ("3", "định nghĩa mẫu hoặc phông chữ bị hỏng"),
        ("70", "lỗi của chương trình"),
        ("130", "bị dừng (Ctrl-C)"),
    ];

    private static readonly IReadOnlyList<(string, string)> Examples =
    [
        ($"{App.Name} sample TÊN-MẪU > an.json", "lấy dữ liệu mẫu"),
        ($"{App.Name} check an.json", "kiểm tra dữ liệu"),
        ($"{App.Name} render an.json -o ket-qua", "lập tệp Word và PDF"),
        ($"{App.Name} render ho-so -o ket-qua --format pdf", "cả một thư mục"),
        ($"{App.Name} batch danh-sach.xlsx -o ket-qua", "cả một bảng tính, mỗi dòng một hồ sơ"),
    ];

    public static void Write(Command command, Command root, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Cách dùng:");
        foreach (var line in UsageLines(command))
            output.WriteLine(Indent + line);
        var commands = command.Subcommands.Where(sub => !sub.Hidden);
        Section(output, "Lệnh:", commands.Select(sub => (sub.Name, sub.Description!)));
        Section(output, "Tham số:", command.Arguments.Select(argument => (argument.Name, argument.Description!)));
        Section(output, "Tùy chọn:", Rows(command == root ? [] : command.Options));
        Section(output, command == root ? "Tùy chọn:" : "Tùy chọn chung:", Rows(root.Options.Where(
            option => command == root || option.Recursive)));
        if (command != root)
            return;
        Section(output, "Ví dụ:", Examples);
        Section(output, "Mã thoát:", ExitCodes);
    }

    /// <summary>A command that does something itself and has others below it is used in two ways.</summary>
    private static IEnumerable<string> UsageLines(Command command)
    {
        if (command.Arguments.Count > 0 || command.Subcommands.Count == 0)
        {
            yield return UsageLine(
                command,
                [
                    .. command.Arguments.Select(
                        argument => argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : string.Empty)),
                    .. command.Options.Where(option => option.Required).Select(OptionText.Of),
                ]);
        }

        if (command.Subcommands.Count > 0)
            yield return UsageLine(command, ["LỆNH"]);
    }

    private static string UsageLine(Command command, IEnumerable<string> words) =>
        string.Join(' ', [CommandPath.Of(command), .. words, "[tùy chọn]"]);

    private static IEnumerable<(string, string)> Rows(IEnumerable<Option> options) =>
        options.Select(option => (OptionText.WithAliases(option), option.Description!));

    private static void Section(TextWriter output, string heading, IEnumerable<(string Left, string Right)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
            return;
        var width = lines.Max(line => line.Left.Length);
        output.WriteLine();
        output.WriteLine(heading);
        foreach (var (left, right) in lines)
            output.WriteLine($"{Indent}{left.PadRight(width)}{Indent}{right}");
    }
}
