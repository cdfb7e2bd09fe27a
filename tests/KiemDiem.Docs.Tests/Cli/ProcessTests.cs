namespace KiemDiem.Docs.Tests.Cli;

/// <summary>The command as shells start it.</summary>
public static class ProcessTests
{
    private static readonly IReadOnlyDictionary<string, string>[] Environments =
    [
        new Dictionary<string, string> { ["LC_ALL"] = "C", ["TZ"] = "UTC" },
        new Dictionary<string, string> { ["LC_ALL"] = "vi_VN.UTF-8", ["TZ"] = "Asia/Ho_Chi_Minh" },
        new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "America/St_Johns" },
    ];

    [Fact]
    public static async Task Everything_is_the_same_in_every_language_and_time_zone()
    {
        using var scratch = new Scratch();
        var good = scratch.Put("an.json", CommandRun.Of("sample", Records.Form).Output);
        var bad = scratch.Put("binh.json", Records.Bad);

        var runs = new List<(CommandRun Run, string Folder)>();
        foreach (var environment in Environments)
        {
            var folder = $"kq-{environment["LC_ALL"]}";
            var run = await CommandRun.ProcessAsync(
                environment, "render", good, bad, "-o", scratch[folder], "--format", "docx,pdf,png", "--quiet");
            runs.Add((run, folder));
        }

        var (first, firstFolder) = runs[0];
        Assert.Equal(1, first.Code);
        Assert.Contains("có phải là \"hoTen\" không?", first.Error, StringComparison.Ordinal);
        Assert.True(scratch.Files(firstFolder).Count > 3);
        foreach (var (run, folder) in runs)
        {
            Assert.Equal(first.ErrorBytes, run.ErrorBytes);
            Assert.Equal(scratch.Files(firstFolder), scratch.Files(folder));
            Assert.All(scratch.Files(folder), file => Assert.Equal(
                File.ReadAllBytes(scratch[$"{firstFolder}/{file}"]), File.ReadAllBytes(scratch[$"{folder}/{file}"])));
        }
    }

    [Fact]
    public static async Task Output_is_UTF8_without_a_byte_order_mark_in_any_locale()
    {
        foreach (var environment in Environments)
        {
            var run = await CommandRun.ProcessAsync(environment, "forms");

            Assert.Equal(0, run.Code);
            Assert.Equal("MẪU"u8, run.OutputBytes.AsSpan(0, "MẪU"u8.Length));
            Assert.Equal(CommandRun.Of("forms").OutputBytes, run.OutputBytes);
        }
    }

    [Fact]
    public static async Task Without_ICU_the_program_refuses_to_print_Vietnamese()
    {
        var environment = new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };

        var run = await CommandRun.ProcessAsync(environment, "check", "-");

        Assert.Equal(3, run.Code);
        Assert.Contains("cần ICU", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(1, "check -")]
    [InlineData(2, "rendr")]
    [InlineData(3, "forms --form-templates /khong/co")]
    public static async Task The_exit_code_reaches_the_shell(int code, string line)
    {
        var run = await CommandRun.ProcessAsync(new Dictionary<string, string>(), line.Split(' '));

        Assert.Equal(code, run.Code);
    }
}
