using KiemDiem.Docs.Cli;

namespace KiemDiem.Docs.Tests.Cli;

public static class ProgressTests
{
    private const char Escape = '\u001b';

    [Fact]
    public static void A_screen_gets_a_bar_and_then_the_problems()
    {
        using var scratch = new Scratch();

        var run = Render(scratch, onScreen: true);

        Assert.Equal(1, run.Code);
        Assert.Contains("Đang xử lý", run.Error, StringComparison.Ordinal);
        Assert.Contains("100%", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã ghi", run.Error, StringComparison.Ordinal);
        var lastOfBar = run.Error.LastIndexOf("100%", StringComparison.Ordinal);
        Assert.Contains("/hoTenn: ", run.Error[lastOfBar..], StringComparison.Ordinal);
        Assert.EndsWith("Tổng cộng 6 tệp: 5 đạt, 1 có lỗi.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_pipe_gets_plain_lines_without_escape_codes()
    {
        using var scratch = new Scratch();

        var run = Render(scratch, onScreen: false);

        Assert.DoesNotContain(Escape, run.Error);
        Assert.DoesNotContain('\r', run.Error);
        Assert.Equal(5, run.Error.Split('\n').Count(line => line.StartsWith("Đã ghi ", StringComparison.Ordinal)));
    }

    [Fact]
    public static void Quiet_shows_no_bar()
    {
        using var scratch = new Scratch();

        var run = Render(scratch, onScreen: true, "--quiet");

        Assert.DoesNotContain(Escape, run.Error);
        var lines = run.Error.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.StartsWith(scratch["hs/f.json"], line, StringComparison.Ordinal));
    }

    [Fact]
    public static async Task A_process_whose_output_is_piped_prints_no_escape_codes()
    {
        using var scratch = new Scratch();
        Put(scratch);

        var run = await CommandRun.ProcessAsync(
            new Dictionary<string, string> { ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" },
            "render", scratch["hs"], "-o", scratch["kq"], "--format", "pdf");

        Assert.Equal(1, run.Code);
        Assert.DoesNotContain(Escape, run.Output + run.Error);
    }

    private static CommandRun Render(Scratch scratch, bool onScreen, params string[] more)
    {
        Put(scratch);
        var terminal = new Terminal(Stream.Null, new MemoryStream(), new MemoryStream(), ErrorIsScreen: onScreen);
        return CommandRun.On(
            terminal,
            CancellationToken.None,
            ["render", scratch["hs"], "-o", scratch["kq"], "--format", "pdf", .. more]);
    }

    private static void Put(Scratch scratch)
    {
        foreach (var name in "abcde")
            scratch.Put($"hs/{name}.json", Records.Good);
        scratch.Put("hs/f.json", Records.Bad);
    }
}
