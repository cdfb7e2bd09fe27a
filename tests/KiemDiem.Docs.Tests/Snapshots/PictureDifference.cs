namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>How two pictures from our own painter differ.</summary>
/// <param name="Marked">The pixels that differ by more than the tolerance.</param>
/// <param name="Worst">The largest difference of one pixel.</param>
internal sealed record PictureDifference(IReadOnlyList<int> Marked, int Worst)
{
    /// <summary>
    /// Of 255: one of the sixteen greys. Processors round the grey of an edge a little differently, by one or two, and
    /// that can be a step. The smallest fault that the tests make, the grave of a small ằ for the acute of ắ, changes
    /// a pixel by six steps. No pixel may differ by more: an average over the page would hide a tick.
    /// </summary>
    public const int Tolerance = GreyPicture.Step;

    /// <returns>Null where the pictures are alike; all pixels where even their sizes differ.</returns>
    public static PictureDifference? Of(GreyPicture one, GreyPicture other)
    {
        if ((one.Width, one.Height) != (other.Width, other.Height))
            return new PictureDifference([.. Enumerable.Range(0, other.Pixels.Length)], byte.MaxValue);
        var marked = new List<int>();
        var worst = 0;
        for (var i = 0; i < one.Pixels.Length; i++)
        {
            var difference = Math.Abs(one.Pixels[i] - other.Pixels[i]);
            worst = Math.Max(worst, difference);
            if (difference > Tolerance)
                marked.Add(i);
        }

        return marked.Count == 0 ? null : new PictureDifference(marked, worst);
    }

    public override string ToString() => Printed.Invariant(
        $"{Marked.Count} pixels differ by more than {Tolerance} of 255, the worst by {Worst}");
}
