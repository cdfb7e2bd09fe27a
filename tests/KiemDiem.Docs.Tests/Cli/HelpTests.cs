namespace KiemDiem.Docs.Tests.Cli;

public static class HelpTests
{
    private static readonly string[] EnglishOfTheLibrary =
    [
        "Usage", "Options", "Commands", "Arguments", "Description", "Show", "REQUIRED", "default", "Required",
        "Unrecognized",
    ];

    [Fact]
    public static void Help_is_in_Vietnamese_and_names_every_command()
    {
        var run = CommandRun.Of("--help");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        Assert.Contains("Cách dùng:\n  kiemdiem LỆNH [tùy chọn]\n", run.Output, StringComparison.Ordinal);
        Assert.All(
            [
                "render", "check", "extract", "forms", "schema", "sample", "batch", "worker", "--form-templates",
                "--fonts", "Mã thoát:",
            ],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("render-child", run.Output, StringComparison.Ordinal);
        Assert.All(EnglishOfTheLibrary, word => Assert.DoesNotContain(word, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("render", "kiemdiem render TỆP... -o THƯ-MỤC [tùy chọn]")]
    [InlineData("check", "kiemdiem check TỆP... [tùy chọn]")]
    [InlineData("extract", "kiemdiem extract TỆP [tùy chọn]")]
    [InlineData("forms", "kiemdiem forms [tùy chọn]")]
    [InlineData("schema", "kiemdiem schema MẪU [tùy chọn]")]
    [InlineData("sample", "kiemdiem sample MẪU [tùy chọn]")]
    [InlineData("batch", "kiemdiem batch NGUỒN [tùy chọn]\n  kiemdiem batch LỆNH [tùy chọn]")]
    [InlineData("batch template", "kiemdiem batch template MẪU.xlsx [tùy chọn]")]
    [InlineData("batch verify", "kiemdiem batch verify THƯ-MỤC [tùy chọn]")]
    [InlineData("batch report", "kiemdiem batch report THƯ-MỤC --three-years NĂM [tùy chọn]")]
    [InlineData("worker", "kiemdiem worker [tùy chọn]")]
    public static void Each_command_has_its_own_help_in_Vietnamese(string command, string usage)
    {
        var run = CommandRun.Of([.. command.Split(' '), "--help"]);

        Assert.Equal(0, run.Code);
        Assert.Contains($"Cách dùng:\n  {usage}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Tùy chọn chung:\n", run.Output, StringComparison.Ordinal);
        Assert.All(EnglishOfTheLibrary, word => Assert.DoesNotContain(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public static void Help_lines_fit_a_wide_terminal()
    {
        string[] commands =
        [
            "render", "check", "extract", "forms", "schema", "sample", "batch", "batch template", "batch verify",
            "batch report", "worker",
        ];
        var lines = commands.SelectMany(command => CommandRun.Of([.. command.Split(' '), "-h"]).Output.Split('\n'));

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public static void The_version_is_the_one_of_the_program()
    {
        var run = CommandRun.Of("--version");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"\Akiemdiem \d+\.\d+\.\d+\n\z", run.Output);
    }
}
