using System.Globalization;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>
/// Word cuts what reaches out of a line of exact height. Where it sets the baseline no standard says; measured with
/// Word 16.112 it is four fifths down, whatever the font and its size, as in LibreOffice and here.
/// Source: github.com/openooxml/betteroffice, pull request 180.
/// </summary>
public static class AccentTests
{
    public static TheoryData<string> Styles => [.. Engine.Renderer.Forms.Editions
        .SelectMany(edition => edition.TheThuc.ParagraphStyles.Keys.Select(style => $"{edition.Id}/{style}"))];

    [Theory]
    [MemberData(nameof(Styles))]
    public static void Every_letter_stays_inside_its_exact_line(string editionStyle)
    {
        var (edition, id) = (editionStyle.Split('/')[0], editionStyle.Split('/')[1]);
        var theThuc = Engine.Renderer.Forms.Editions.Single(known => known.Id == edition).TheThuc;
        var style = theThuc.ParagraphStyles[id];
        var text = ValueStyles.Of(theThuc).Contains(id)
            ? AccentSheet.Vietnamese + AccentSheet.Highland
            : AccentSheet.Vietnamese;
        var face = Engine.Fonts.Face(theThuc.FontFamily, style.Text);
        var (above, below) = LayoutInk.Reach(face, text + AccentSheet.Descenders);

        var baseline = style.Format.LineHeight * 0.8;
        var top = baseline - face.Scale(above, style.Text.Size);
        var bottom = style.Format.LineHeight - baseline - face.Scale(below, style.Text.Size);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{id}: {top.Points:0.00} pt above, {bottom.Points:0.00} pt below"));
        Assert.True(top >= Length.Zero, $"{id}: accents reach {-top.Points:0.00} pt out of their line.");
        Assert.True(bottom >= Length.Zero, $"{id}: descenders reach {-bottom.Points:0.00} pt out of their line.");
    }
}
