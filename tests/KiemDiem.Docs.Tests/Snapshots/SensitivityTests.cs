using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>
/// The tolerances let through what means nothing, and nothing that means something: faults are made in real pages, and
/// each must stand out by a wide margin.
/// </summary>
public static class SensitivityTests
{
    private const string Filled = "2019/ban-kiem-diem-ca-nhan/day-du";
    private const string Blank = "2020-213/phieu-nhan-xet/trong";
    private const string Stacked = "2020-213/phieu-xin-y-kien/ten-dan-toc";
    private const string Ticked = "2020-213/phieu-nhan-xet/day-du";

    private static readonly Dictionary<string, (string Sample, Func<LaidOutDocument, LaidOutDocument> Make)> Faults =
        new()
        {
            ["a page lower by one pixel"] = (Filled, Defects.ShiftedByAPixel),
            ["a lost leader"] = (Blank, Defects.LostLeader),
            ["a lost dot of a leader"] = (Blank, Defects.LostDot),
            ["a lost rule"] = (Blank, Defects.LostRule),
            ["a missing tick"] = (Ticked, Defects.MissingTick),
            ["a missing tick among others"] = (Filled, Defects.MissingTick),
            ["a missing word"] = (Filled, pages => Defects.MissingWord(pages, "và")),
            ["a small ằ for ắ"] = (Filled, pages => Defects.OtherLetter(pages, 'ắ', 'ằ')),
            ["a capital Ằ for Ắ"] = (Stacked, pages => Defects.OtherLetter(pages, 'Ắ', 'Ằ')),
            ["a lost dot below"] = (Filled, pages => Defects.OtherLetter(pages, 'ạ', 'a')),
        };

    /// <summary>
    /// A mark for another mark is not among them: it has ink within a pixel of the other. Nor is a pixel's shift:
    /// poppler itself moves lines so far. The words of the PDF and the places of its letters have tests of their own.
    /// </summary>
    private static readonly string[] SeenInThePdf =
    [
        "a lost leader", "a lost dot of a leader", "a lost rule", "a missing tick", "a missing tick among others",
        "a missing word", "a lost dot below",
    ];

    public static TheoryData<string> All => [.. Faults.Keys];

    public static TheoryData<string> InThePdf => [.. SeenInThePdf];

    [Theory]
    [MemberData(nameof(All))]
    public static void A_fault_stands_out_from_the_accepted_picture(string fault)
    {
        var (sound, faulty, page) = Pages(fault);

        var accepted = SampleSnapshots.Paint(sound, page).Coarse();
        var difference = PictureDifference.Of(accepted, SampleSnapshots.Paint(faulty, page).Coarse());

        Assert.NotNull(difference);
        Say(difference);
        Assert.True(difference.Worst >= 5 * PictureDifference.Tolerance, difference.ToString());
    }

    [Theory]
    [MemberData(nameof(InThePdf))]
    public static void A_fault_of_the_PDF_stands_out_from_our_picture(string fault)
    {
        var (sound, faulty, page) = Pages(fault);

        var ink = LoneInk.Of(SampleSnapshots.Paint(sound, page), Poppler(faulty, page));

        Say(ink);
        Assert.False(ink.IsTolerable);
        Assert.True(ink.Lost > 1.5 * LoneInk.LostTolerance, ink.ToString());
    }

    [Theory]
    [MemberData(nameof(InThePdf))]
    public static void What_only_the_PDF_shows_stands_out_from_our_picture(string fault)
    {
        var (sound, faulty, page) = Pages(fault);

        var ink = LoneInk.Of(SampleSnapshots.Paint(faulty, page), Poppler(sound, page));

        Say(ink);
        Assert.False(ink.IsTolerable);
        Assert.True(ink.Added > 1.2 * LoneInk.AddedTolerance, ink.ToString());
    }

    [Theory]
    [InlineData(Filled)]
    [InlineData(Blank)]
    public static void The_same_page_and_a_little_noise_on_it_are_alike(string sample)
    {
        var page = SampleSnapshots.Paint(LayOut(sample), 1);
        var noise = new CsCheck.PCG(1, 96);
        var noisy = page with
        {
            Pixels = [.. page.Pixels.Select(grey => (byte)Math.Clamp(grey - 2 + (int)noise.Next(5), 0, 255))],
        };

        Assert.Null(PictureDifference.Of(page, SampleSnapshots.Paint(LayOut(sample), 1)));
        Assert.NotEqual(page.Coarse().Pixels, noisy.Coarse().Pixels);
        Assert.Null(PictureDifference.Of(page.Coarse(), noisy.Coarse()));
    }

    [Fact]
    public static void A_picture_of_another_size_is_another()
    {
        var page = SampleSnapshots.Paint(LayOut(Blank), 1);

        Assert.NotNull(PictureDifference.Of(page, new GreyPicture(page.Height, page.Width, page.Pixels)));
    }

    private static (LaidOutDocument Sound, LaidOutDocument Faulty, int Page) Pages(string fault)
    {
        var (sample, make) = Faults[fault];
        var sound = LayOut(sample);
        var faulty = make(sound);
        var page = sound.Pages.Zip(faulty.Pages).First(pair => pair.First != pair.Second).First.Number;
        return (sound, faulty, page);
    }

    /// <summary>The figures of ADR 0015; -showLiveOutput prints them.</summary>
    private static void Say(object measured) =>
        TestContext.Current.TestOutputHelper!.WriteLine(measured.ToString()!);

    private static LaidOutDocument LayOut(string sample) => Engine.Renderer.LayOut(SampleSnapshots.Record(sample));

    private static GreyPicture Poppler(LaidOutDocument pages, int page) =>
        PopplerPages.Of(PdfWriter.Write(pages))[page - 1];
}
