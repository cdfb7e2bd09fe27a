using System.Text;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>The report shows what a person needs to judge a difference, and needs nothing beside itself.</summary>
public static class SnapshotReportTests
{
    private static readonly byte[] OldPicture = new GreyPicture(40, 30, new byte[1200]).Encode();
    private static readonly byte[] NewPicture = new GreyPicture(40, 30, [.. new byte[1199], 255]).Encode();

    [Fact]
    public static void A_text_stands_old_beside_new_with_a_few_lines_around_the_change()
    {
        var lines = Enumerable.Range(1, 30).Select(number => $"dòng {number}").ToArray();
        var old = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        lines[14] = "<b> & \"mới\"";
        var now = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var report = Report(new Mismatch("a/layout.txt", "line 15", old, now, []));

        Assert.Contains("<td class=\"old\">dòng 15", report, StringComparison.Ordinal);
        Assert.Contains("<td class=\"new\">&lt;b&gt; &amp; &quot;mới&quot;", report, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">15<td class=\"old\">", report, StringComparison.Ordinal);
        Assert.Contains("dòng 18", report, StringComparison.Ordinal);
        Assert.DoesNotContain("dòng 19", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", report, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_picture_stands_old_beside_new_beside_the_difference()
    {
        var report = Report(new Mismatch("a/page-01.png", "1 pixels", OldPicture, NewPicture, [1199]));

        Assert.Contains(Source(OldPicture), report, StringComparison.Ordinal);
        Assert.Contains(Source(NewPicture), report, StringComparison.Ordinal);
        Assert.Contains(
            Source(MarkedPicture.Of(GreyPicture.Decode(NewPicture), [1199])), report, StringComparison.Ordinal);
        Assert.Contains("accepted", report, StringComparison.Ordinal);
    }

    [Fact]
    public static void What_is_only_old_or_only_new_is_shown_as_that()
    {
        var report = Report(
            new Mismatch("a/page-02.png", "is no longer made", OldPicture, null, []),
            new Mismatch("a/layout.txt", "is not accepted yet", null, "mới"u8.ToArray(), []));

        Assert.Contains(Source(OldPicture), report, StringComparison.Ordinal);
        Assert.Contains("<div class=\"none\">none</div>", report, StringComparison.Ordinal);
        Assert.Contains("<td class=\"new\">mới", report, StringComparison.Ordinal);
    }

    [Fact]
    public static void It_lists_all_tells_how_to_accept_and_asks_for_no_other_file()
    {
        var report = Report(
            new Mismatch("a/layout.txt", "là khác", null, "mới"u8.ToArray(), []),
            new Mismatch("a/page-01.png", "1 pixels", OldPicture, NewPicture, [1199]));

        Assert.Contains("2 files are not as accepted", report, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#a/page-01.png\">", report, StringComparison.Ordinal);
        Assert.Contains("<section id=\"a/page-01.png\">", report, StringComparison.Ordinal);
        Assert.Contains("UPDATE_SNAPSHOTS=1 bash tests/run.sh", report, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#)", report);
    }

    [Fact]
    public static void The_difference_is_red_in_a_yellow_patch_on_a_pale_page()
    {
        using var picture = SkiaSharp.SKBitmap.Decode(MarkedPicture.Of(GreyPicture.Decode(OldPicture), [0]));

        Assert.Equal(new SkiaSharp.SKColor(0xD0, 0x10, 0x10), picture.GetPixel(0, 0));
        Assert.Equal(new SkiaSharp.SKColor(160, 160, 0), picture.GetPixel(3, 3));
        Assert.Equal(new SkiaSharp.SKColor(160, 160, 160), picture.GetPixel(30, 20));
    }

    private static string Report(params IReadOnlyCollection<Mismatch> mismatches) => SnapshotReport.Of(mismatches);

    private static string Source(byte[] png) => $"src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"";
}
