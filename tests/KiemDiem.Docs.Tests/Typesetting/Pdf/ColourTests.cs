using System.Buffers.Binary;
using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using SkiaSharp;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.2.3 and 6.2.4: what colours mean; and whether our own profile is sRGB.</summary>
public static class ColourTests
{
    [Fact]
    public static void There_is_one_output_intent_with_a_profile() => PdfCases.Each(pdf =>
    {
        var intent = Assert.IsType<PdfDictionary>(Assert.Single(pdf.Items(pdf.Catalog, "OutputIntents")));
        Assert.Equal("GTS_PDFA1", pdf.Get<PdfName>(intent, "S").Value);
        Assert.Equal("sRGB", pdf.Get<PdfString>(intent, "OutputConditionIdentifier").Text);
        var profile = pdf.Get<PdfStream>(intent, "DestOutputProfile");
        Assert.Equal(3, pdf.Get<PdfNumber>(profile.Dictionary, "N").Whole);
        Assert.Equal(IccProfile.Srgb.ToArray(), pdf.Decode(profile).ToArray());
    });

    [Fact]
    public static void The_profile_is_one_of_a_monitor_in_RGB_of_version_4()
    {
        var profile = IccProfile.Srgb.Span;

        Assert.Equal(profile.Length, BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal(0x04200000, BinaryPrimitives.ReadInt32BigEndian(profile[8..]));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile[12..24]));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile[36..40]));
        Assert.True(profile.Length < 1024);
    }

    [Fact]
    public static void Its_tags_lie_inside_it_on_whole_words()
    {
        var profile = IccProfile.Srgb.Span;
        var tags = new List<string>();
        for (var i = 0; i < BinaryPrimitives.ReadInt32BigEndian(profile[128..]); i++)
        {
            var entry = profile[(132 + (12 * i))..];
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            Assert.Equal(0, offset % 4);
            Assert.True(offset + BinaryPrimitives.ReadInt32BigEndian(entry[8..]) <= profile.Length);
            tags.Add(Encoding.ASCII.GetString(entry[..4]));
        }

        Assert.Equal(
            ["bTRC", "bXYZ", "chad", "cprt", "desc", "gTRC", "gXYZ", "rTRC", "rXYZ", "wtpt"],
            tags.Order(StringComparer.Ordinal));
    }

    /// <summary>Another colour engine reads the profile and finds the numbers of sRGB in it.</summary>
    [Fact]
    public static void Another_engine_finds_sRGB_in_it()
    {
        using var ours = SKColorSpace.CreateIcc(IccProfile.Srgb.ToArray());
        using var known = SKColorSpace.CreateSrgb();

        Assert.NotNull(ours);
        Assert.True(ours.ToColorSpaceXyz(out var ourMatrix));
        Assert.True(known.ToColorSpaceXyz(out var knownMatrix));
        for (var i = 0; i < 9; i++)
            Assert.Equal(knownMatrix.Values[i], ourMatrix.Values[i], 0.0005f);
        Assert.True(ours.IsSrgb || ours.GammaIsCloseToSrgb);
    }

    [Fact]
    public static void Pages_choose_no_colour_and_so_are_black() => PdfCases.Each(pdf => Assert.DoesNotContain(
        pdf.Operators.SelectMany(page => page),
        op => op.Name is "g" or "G" or "rg" or "RG" or "k" or "K" or "cs" or "CS" or "sc" or "SC" or "scn" or "SCN"
            or "ri" or "gs" or "i" or "sh" or "Do" or "BI"));
}
