using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>forms, schema and sample: what there is, and what to begin with.</summary>
public static class FormsTests
{
    [Fact]
    public static void Forms_lists_every_form_with_its_editions_and_dates()
    {
        var run = CommandRun.Of("forms");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        Assert.StartsWith("MẪU ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"ban-kiem-diem-ca-nhan +2019 +18/10/2019 - 09/11/2023  Bản kiểm điểm cá nhân", run.Output);
        Assert.Matches(@"phieu-nhan-xet +2020-213 +từ 02/01/2020 ", run.Output);
    }

    [Fact]
    public static void Schema_prints_the_schema_with_Vietnamese_letters_as_letters()
    {
        var run = CommandRun.Of("schema", Records.Form);

        Assert.Equal(0, run.Code);
        Assert.Contains("Họ và tên", run.Output, StringComparison.Ordinal);
        var schema = JsonNode.Parse(run.OutputBytes)!;
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.NotNull(schema["properties"]!["hoTen"]);
    }

    [Theory]
    [InlineData("ban-kiem-diem-ca-nhan")]
    [InlineData("bao-cao-kiem-diem-tap-the")]
    [InlineData("phieu-nhan-xet")]
    [InlineData("phieu-xin-y-kien")]
    public static void A_sample_is_a_valid_record_filled_or_blank(string form)
    {
        foreach (var args in new string[][] { ["sample", form], ["sample", form, "--blank"] })
        {
            var sample = CommandRun.Of(args);
            Assert.Equal(0, sample.Code);

            var check = CommandRun.With(sample.Output, "check", "-");
            Assert.Equal(0, check.Code);
            Assert.Empty(check.Error);
            Assert.StartsWith($"-: hợp lệ ({form}, phiên bản ", check.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static void A_blank_sample_holds_only_the_name_of_its_form()
    {
        var run = CommandRun.Of("sample", Records.Form, "--blank", "--edition", "2019");

        Assert.Equal($"{{\n  \"form\": \"{Records.Form}\"\n}}\n", run.Output);
    }
}
