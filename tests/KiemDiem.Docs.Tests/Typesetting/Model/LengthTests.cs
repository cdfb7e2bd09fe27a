using CsCheck;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Typesetting.Model;

public static class LengthTests
{
    [Theory]
    [InlineData(210, 7_560_000, 11906)]
    [InlineData(297, 10_692_000, 16838)]
    [InlineData(20, 720_000, 1134)]
    [InlineData(30, 1_080_000, 1701)]
    [InlineData(15, 540_000, 850)]
    public static void The_paper_of_the_regulation_is_exact_in_emu_and_nearest_in_twips(int mm, int emu, int twips)
    {
        Assert.Equal(emu, Length.Mm(mm).Emu);
        Assert.Equal(twips, Length.Mm(mm).Twips);
    }

    [Fact]
    public static void Twips_and_points_come_back_unchanged() =>
        Gen.Int[-31_680, 31_680].Sample(twips =>
        {
            Assert.Equal(twips, new Length(twips * 635).Twips);
            Assert.Equal(twips / 20.0, new Length(twips * 635).Points);
        });

    [Fact]
    public static void A_length_reads_as_millimetres_in_every_culture() =>
        Assert.Equal("12.5 mm", Length.Mm(12.5).ToString());
}
