using CsCheck;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Forms;

public static class TemplateTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Mẫu 02", "'Mẫu 02'")]
    [InlineData("{hoTen}", "<hoTen>")]
    [InlineData("Năm {namKiemDiem}", "'Năm '<namKiemDiem>")]
    [InlineData("{diaDanh}, {ngayLap}", "<diaDanh>', '<ngayLap>")]
    [InlineData("{a}{b}.", "<a><b>'.'")]
    public static void A_template_is_words_and_fields(string template, string expected) =>
        Assert.Equal(expected, string.Concat(Template.Parse(template).Select(Show)));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("Năm {namKiemDiem")]
    [InlineData("Năm namKiemDiem}")]
    [InlineData("{hoTen}}")]
    public static void A_brace_that_is_open_or_empty_is_refused(string template)
    {
        var refusal = Assert.Throws<FormatException>(() => Template.Parse(template));

        Assert.Contains(template, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_parts_of_a_template_make_it_up_again() =>
        Gen.OneOf('{', '}', 'a', 'ế', ' ').Array[0, 12].Select(letters => new string(letters)).Sample(
            template =>
            {
                if (Parse(template) is { } parts)
                    Assert.Equal(template, string.Concat(parts.Select(part => part.Text ?? $"{{{part.Field}}}")));
            },
            iter: 2000);

    /// <summary>Null where the template is refused.</summary>
    private static IReadOnlyList<TemplatePart>? Parse(string template)
    {
        try
        {
            return Template.Parse(template);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Show(TemplatePart part) => part.Field is null ? $"'{part.Text}'" : $"<{part.Field}>";
}
