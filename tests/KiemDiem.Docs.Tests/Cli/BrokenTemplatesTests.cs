namespace KiemDiem.Docs.Tests.Cli;

public static class BrokenTemplatesTests
{
    private const string FormFile = "2019/ban-kiem-diem-ca-nhan.json";

    [Theory]
    [InlineData("forms")]
    [InlineData("check -")]
    [InlineData("render - -o kq")]
    [InlineData("sample ban-kiem-diem-ca-nhan")]
    public static void A_broken_definition_ends_with_3_and_names_file_and_line(string command)
    {
        using var scratch = new Scratch();
        var (file, line) = BreakForm(scratch);

        var run = CommandRun.With(
            Records.Good, [.. command.Split(' '), "--form-templates", scratch["form-templates"]]);

        Assert.Equal(3, run.Code);
        Assert.Empty(run.Output);
        Assert.StartsWith($"kiemdiem: Định nghĩa mẫu bị hỏng: {file}:{line} ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_missing_folder_of_definitions_ends_with_3()
    {
        var run = CommandRun.Of("forms", "--form-templates", "/khong/co");

        Assert.Equal(3, run.Code);
        Assert.Contains("/khong/co: Thư mục không tồn tại.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "families": [{ "name": "Times New Roman", "regular": "x.ttf" }] }""")]
    public static void Broken_fonts_end_with_3(string? families)
    {
        using var scratch = new Scratch();
        if (families is not null)
            scratch.Put("fonts/families.json", families);

        var run = CommandRun.With(Records.Good, "check", "-", "--fonts", scratch["fonts"]);

        Assert.Equal(3, run.Code);
        Assert.Contains("families.json", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    /// <summary>A copy of the definitions with a key that nobody knows, and where it is.</summary>
    private static (string File, int Line) BreakForm(Scratch scratch)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "form-templates");
        foreach (var path in Directory.GetFiles(source, "*.json", SearchOption.AllDirectories))
            scratch.Put(Path.Combine("form-templates", Path.GetRelativePath(source, path)), File.ReadAllText(path));

        var file = Path.Combine(scratch["form-templates"], FormFile);
        var lines = File.ReadAllLines(file).ToList();
        var line = lines.FindIndex(text => text.TrimStart().StartsWith("\"soMau\"", StringComparison.Ordinal));
        lines.Insert(line, "\"khoaLa\": 1,");
        File.WriteAllLines(file, lines);
        return (file, line + 1);
    }
}
