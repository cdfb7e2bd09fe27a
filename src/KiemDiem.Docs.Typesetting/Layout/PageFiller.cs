using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>Decides how much of the strip goes on a page.</summary>
internal static class PageFiller
{
    /// <returns>How many fragments from <paramref name="start"/> on; at least one while there are any.</returns>
    public static int Fill(IReadOnlyList<Fragment> strip, int start, Length height)
    {
        var used = HeadingsOf(strip, start).Aggregate(Length.Zero, (sum, heading) => sum + heading.Height);
        var end = start;
        while (end < strip.Count && used + strip[end].Height <= height)
        {
            used += strip[end].Height + strip[end].SpaceAfter;
            end++;
            if (strip[end - 1].PageEnd == PageEnd.Forced)
                return end - start;
        }

        if (end >= strip.Count)
            return strip.Count - start;

        // A piece higher than a page stands alone on its page: nothing is ever left out.
        return Math.Max(1, BestEnd(strip, start, end) - start);
    }

    /// <summary>What is set again at the top of a page that begins with a fragment.</summary>
    public static IReadOnlyList<Fragment> HeadingsOf(IReadOnlyList<Fragment> strip, int start) =>
        start < strip.Count ? strip[start].Headings : [];

    /// <summary>The last place that is free; failing that, unwanted; failing that, where the page is full.</summary>
    private static int BestEnd(IReadOnlyList<Fragment> strip, int start, int full)
    {
        foreach (var allowed in (ReadOnlySpan<PageEnd>)[PageEnd.Free, PageEnd.Unwanted])
        {
            for (var end = full; end > start; end--)
            {
                if (strip[end - 1].PageEnd == allowed)
                    return end;
            }
        }

        return full;
    }
}
