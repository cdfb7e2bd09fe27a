namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>
/// How our picture of a page and poppler's picture of the PDF differ: ink that the other picture does not have within
/// a pixel. Two rasterisers never agree on the grey of an edge, and poppler sets each line of text on a whole pixel;
/// but where one has a dot, a stroke or a letter, the other has ink beside it.
/// </summary>
/// <param name="Marked">The pixels with too much lone ink.</param>
/// <param name="Lost">The most of what only our picture has: it is missing in the PDF.</param>
/// <param name="Added">The most of what only poppler's picture has.</param>
internal sealed record LoneInk(IReadOnlyList<int> Marked, int Lost, int Added)
{
    /// <summary>
    /// Of 255. On all samples our pixels are at most 59 darker than everything near them in poppler's picture; a lost
    /// dot is 204, a lost rule 194 darker.
    /// </summary>
    public const int LostTolerance = 110;

    /// <summary>
    /// Poppler draws thin strokes darker than we do: sound pages reach 119 this way round. A dot that only it has is
    /// 187 darker.
    /// </summary>
    public const int AddedTolerance = 150;

    public bool IsTolerable => Marked.Count == 0;

    /// <param name="ours">A page as we paint it.</param>
    /// <param name="theirs">The same page of the PDF, of the same size.</param>
    public static LoneInk Of(GreyPicture ours, GreyPicture theirs)
    {
        Assert.Equal((ours.Width, ours.Height), (theirs.Width, theirs.Height));
        var (nearOurs, nearTheirs) = (DarkestNear(ours), DarkestNear(theirs));
        var marked = new List<int>();
        var (lost, added) = (0, 0);
        for (var i = 0; i < ours.Pixels.Length; i++)
        {
            var lostHere = nearTheirs[i] - ours.Pixels[i];
            var addedHere = nearOurs[i] - theirs.Pixels[i];
            (lost, added) = (Math.Max(lost, lostHere), Math.Max(added, addedHere));
            if (lostHere > LostTolerance || addedHere > AddedTolerance)
                marked.Add(i);
        }

        return new LoneInk(marked, lost, added);
    }

    public override string ToString() => Printed.Invariant(
        $"{Marked.Count} pixels of ink stand alone; lost in the PDF {Lost} (tolerated {LostTolerance}), ")
        + Printed.Invariant($"added in the PDF {Added} (tolerated {AddedTolerance})");

    /// <summary>For each pixel the darkest of it and its eight neighbours; the edge of a page is white.</summary>
    private static byte[] DarkestNear(GreyPicture picture) =>
        Darkest(Darkest(picture.Pixels, 1), picture.Width);

    private static byte[] Darkest(byte[] pixels, int step)
    {
        var darkest = (byte[])pixels.Clone();
        for (var i = step; i < pixels.Length - step; i++)
            darkest[i] = Math.Min(pixels[i], Math.Min(pixels[i - step], pixels[i + step]));
        return darkest;
    }
}
