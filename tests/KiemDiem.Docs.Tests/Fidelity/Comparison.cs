namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>How far the words of two PDFs of one document lie apart.</summary>
/// <param name="Pages">Pages of ours.</param>
/// <param name="TheirPages">Pages of theirs.</param>
/// <param name="Words">Words of ours.</param>
/// <param name="OtherLines">Lines that have not the same letters on the same place of the same page.</param>
/// <param name="Near">Words of ours that theirs has within a millimetre, across and down.</param>
/// <param name="MaxAcross">The largest distance across of such words, in millimetres.</param>
/// <param name="MaxDown">The largest distance down of such words, in millimetres.</param>
/// <param name="First">The first line that differs; null where none does.</param>
internal sealed record Comparison(
    int Pages,
    int TheirPages,
    int Words,
    int OtherLines,
    int Near,
    double MaxAcross,
    double MaxDown,
    (PageLine Ours, PageLine Theirs)? First)
{
    /// <summary>In points: baselines that are nearer belong to one line. Lines are 16 pt apart or more.</summary>
    public const double LineTolerance = 3;

    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>The same pages, the same lines, and 99 of 100 words within a millimetre.</summary>
    public bool IsSame => Pages == TheirPages && OtherLines == 0 && Near >= 0.99 * Words;

    public static Comparison Of(IReadOnlyList<WordBox> ours, IReadOnlyList<WordBox> theirs)
    {
        var (otherLines, first) = Differences(Lines(ours), Lines(theirs));
        var byPlace = theirs.ToLookup(word => (word.Page, word.Text));
        var left = byPlace.ToDictionary(words => words.Key, words => words.ToList());
        var (near, across, down) = (0, 0.0, 0.0);
        foreach (var word in ours)
        {
            if (!left.TryGetValue((word.Page, word.Text), out var candidates) || candidates.Count == 0)
                continue;
            var nearest = candidates.MinBy(other => Across(word, other) + Down(word, other));
            if (Across(word, nearest) > 1 || Down(word, nearest) > 1)
                continue;
            candidates.Remove(nearest);
            near++;
            across = Math.Max(across, Across(word, nearest));
            down = Math.Max(down, Down(word, nearest));
        }

        return new Comparison(PageCount(ours), PageCount(theirs), ours.Count, otherLines, near, across, down, first);
    }

    /// <summary>The lines of all pages from the top, as their letters from the left.</summary>
    private static List<PageLine> Lines(IReadOnlyList<WordBox> words)
    {
        var lines = new List<PageLine>();
        foreach (var page in words.GroupBy(word => word.Page).OrderBy(page => page.Key))
        {
            var rest = new Queue<WordBox>(page.OrderBy(word => word.Baseline));
            while (rest.TryPeek(out var highest))
            {
                var line = new List<WordBox>();
                while (rest.TryPeek(out var next) && next.Baseline - highest.Baseline < LineTolerance)
                    line.Add(rest.Dequeue());
                var fromTheLeft = line.OrderBy(word => word.Left ?? word.Right).Select(word => word.Text);
                lines.Add(new PageLine(page.Key, string.Concat(fromTheLeft)));
            }
        }

        return lines;
    }

    private static (int Count, (PageLine Ours, PageLine Theirs)? First) Differences(
        List<PageLine> ours, List<PageLine> theirs)
    {
        var (count, first) = (0, ((PageLine, PageLine)?)null);
        for (var i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
        {
            var (our, their) = (ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(i));
            if (our == their)
                continue;
            count++;
            first ??= (our, their);
        }

        return (count, first);
    }

    /// <summary>Millimetres between the left edges; between the right ones where a leader hides a left one.</summary>
    private static double Across(WordBox word, WordBox other) => Math.Abs(
        (word.Left - other.Left ?? word.Right - other.Right ?? double.MaxValue) / PointsPerMillimetre);

    private static double Down(WordBox word, WordBox other) =>
        Math.Abs(word.Baseline - other.Baseline) / PointsPerMillimetre;

    private static int PageCount(IReadOnlyList<WordBox> words) => words.Max(word => word.Page);
}

/// <summary>A line of a page: its letters, without spaces.</summary>
internal readonly record struct PageLine(int Page, string Text);
