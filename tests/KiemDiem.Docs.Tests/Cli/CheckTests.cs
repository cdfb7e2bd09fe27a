using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Cli;

public static class CheckTests
{
    [Fact]
    public static void Problems_are_results_with_file_pointer_sentence_and_code()
    {
        using var scratch = new Scratch();
        var bad = scratch.Put("an.json", Records.Bad);

        var run = CommandRun.Of("check", bad);

        Assert.Equal(1, run.Code);
        Assert.Contains($"{bad}: /namKiemDiem: Giá trị không đúng kiểu;", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"{bad}: /hoTenn: Mẫu không có trường này; có phải là \"hoTen\" không? (unknownKey)\n",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public static void Values_of_fields_are_never_printed()
    {
        var run = CommandRun.With(Records.Bad, "check", "-", "--verbose");

        Assert.DoesNotContain(Records.Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Warnings_go_to_standard_error_and_do_not_fail()
    {
        var run = CommandRun.With(Records.Good, "check", "-");

        Assert.Equal(0, run.Code);
        Assert.Equal($"-: hợp lệ ({Records.Form}, phiên bản 2019)\n", run.Output);
        Assert.Contains("-: cảnh báo: /chiBo: Chưa có \"Chi bộ\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Quiet_leaves_only_problems()
    {
        using var scratch = new Scratch();
        var good = scratch.Put("an.json", Records.Good);
        var bad = scratch.Put("binh.json", Records.Bad);

        var run = CommandRun.Of("check", good, bad, "--quiet");

        Assert.Equal(1, run.Code);
        Assert.All(run.Output.TrimEnd().Split('\n'), line => Assert.StartsWith(bad, line, StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Fact]
    public static void Malformed_JSON_is_told_with_line_and_column()
    {
        var run = CommandRun.With("{\n  \"hoTen\": \"An\",\n  chiBo\n}", "check", "-");

        Assert.Equal(1, run.Code);
        Assert.Equal("-: JSON không đúng cú pháp ở dòng 3, cột 3. (malformedJson)\n", run.Output);
    }

    [Fact]
    public static void A_record_that_is_too_large_is_a_problem_and_one_that_just_fits_is_not()
    {
        var spaces = new string(' ', Limits.RecordBytes - Records.Blank.Length);

        Assert.Equal(0, CommandRun.With(Records.Blank + spaces, "check", "-").Code);
        var run = CommandRun.With(Records.Blank + spaces + " ", "check", "-");
        Assert.Equal(1, run.Code);
        Assert.Equal("-: Dữ liệu quá lớn; tối đa 1024 KiB. (tooLarge)\n", run.Output);
    }

    [Fact]
    public static void The_form_can_be_named_on_the_command_line()
    {
        Assert.Equal(1, CommandRun.With(Records.WithoutForm, "check", "-").Code);
        Assert.Equal(0, CommandRun.With(Records.WithoutForm, "check", "-", "--form", Records.Form).Code);
        Assert.Equal(1, CommandRun.With(Records.Good, "check", "-", "--form", "phieu-nhan-xet").Code);
    }

    [Fact]
    public static void A_date_that_no_edition_covers_is_a_problem_unless_the_edition_is_named()
    {
        var old = Records.Good.Replace("2022", "2012", StringComparison.Ordinal);

        var run = CommandRun.With(old, "check", "-");
        Assert.Equal(1, run.Code);
        Assert.Contains("-: /namKiemDiem: Không có phiên bản nào của mẫu", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.With(old, "check", "-", "--edition", "2019").Code);
    }

    [Fact]
    public static void Escape_codes_in_a_key_do_not_reach_the_terminal()
    {
        var record = $$"""{ "form": "{{Records.Form}}", "\u001b[31mdo\u202e": 1 }""";

        var run = CommandRun.With(record, "check", "-");

        Assert.Contains("-: /\\u001B[31mdo\\u202E: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }
}
