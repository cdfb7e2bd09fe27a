using KiemDiem.Docs.Tests.Snapshots;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>The pictures in the documents show what the program makes; UPDATE_SNAPSHOTS=1 renews them.</summary>
public static class PictureTests
{
    private const int DotsPerInch = 70;
    private const int MaxBytes = 64 * 1024;

    private static readonly Dictionary<string, (string Sample, int Page)> Pictures = new()
    {
        ["ban-kiem-diem-ca-nhan-trang-1"] = ("2019/ban-kiem-diem-ca-nhan/day-du", 1),
        ["ban-kiem-diem-ca-nhan-trong"] = ("2019/ban-kiem-diem-ca-nhan/trong", 1),
        ["bao-cao-kiem-diem-tap-the-trang-ky"] = ("2019/bao-cao-kiem-diem-tap-the/day-du", 3),
        ["phieu-nhan-xet"] = ("2020-213/phieu-nhan-xet/day-du", 1),
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    private static string Folder => Path.Combine(Repository.Root, "docs", "hinh");

    [Theory]
    [MemberData(nameof(Names))]
    public static void A_picture_shows_what_the_program_makes(string name)
    {
        var file = Path.Combine(Folder, name + ".png");
        var (sample, page) = Pictures[name];
        var record = Engine.Renderer.Check(File.ReadAllBytes(Path.Combine(Repository.Samples, sample + ".json")));
        var made = Engine.Renderer.RenderPng(record.ValueOrThrow(), page, DotsPerInch);
        Assert.NotNull(made);
        var shown = File.Exists(file) && LookAlike(made, File.ReadAllBytes(file));
        if (Acceptance.IsOn && !shown)
        {
            File.WriteAllBytes(file, made);
            shown = true;
        }

        Assert.InRange(made.Length, 1, MaxBytes);
        Assert.True(
            shown,
            $"docs/hinh/{name}.png is not what the program makes of {sample}.json. {Acceptance.Advice}");
    }

    [Fact]
    public static void There_is_no_picture_without_a_sample() => Assert.Equal(
        Pictures.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static bool LookAlike(byte[] one, byte[] other) =>
        PictureDifference.Of(GreyPicture.Decode(one), GreyPicture.Decode(other)) is null;
}
