using System.Text;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Forms;

public static class RecordSampleTests
{
    public static TheoryData<string, string> Forms =>
        [.. Engine.Renderer.Forms.Forms.Select(form => (form.Id, form.Edition.Id))];

    [Theory]
    [MemberData(nameof(Forms))]
    public static void The_filled_sample_is_sound_complete_and_chooses_its_own_edition(string form, string edition)
    {
        var definition = Definition(form, edition);

        var result = Engine.Renderer.Check(Encoding.UTF8.GetBytes(RecordSample.Filled(definition).ToJsonString()));

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        Assert.Same(definition, result.ValueOrThrow().Form);
        Assert.Equal(
            definition.Fields.Select(field => field.Key).Order(StringComparer.Ordinal),
            result.ValueOrThrow().Values.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void The_blank_sample_is_sound_and_empty(string form, string edition)
    {
        var sample = RecordSample.Blank(Definition(form, edition));

        var result = Engine.Renderer.Check(Encoding.UTF8.GetBytes(sample.ToJsonString()));

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.ValueOrThrow().Values);
    }

    private static FormDefinition Definition(string form, string edition) =>
        Engine.Renderer.Forms.EditionsOf(form).Single(known => known.Edition.Id == edition);
}
