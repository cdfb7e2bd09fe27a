using System.Text;

namespace KiemDiem.Docs.Tests.Snapshots;

internal enum LineChange
{
    Same,
    Removed,
    Added,
}

/// <summary>Two texts line by line: the longest common sequence stays, the rest is removed or added.</summary>
internal static class LineDiff
{
    /// <summary>A larger table is not made; all that is between the common ends is then removed and added.</summary>
    private const long MaxCells = 16_000_000;

    public static IReadOnlyList<(LineChange Change, string Line)> Of(byte[]? old, byte[]? made)
    {
        var (a, b) = (Lines(old), Lines(made));
        var head = CommonHead(a, b);
        var tail = CommonHead([.. a[head..].Reverse()], [.. b[head..].Reverse()]);
        return
        [
            .. a[..head].Select(line => (LineChange.Same, line)),
            .. Middle(a[head..^tail], b[head..^tail]),
            .. a[^tail..].Select(line => (LineChange.Same, line)),
        ];
    }

    /// <summary>In a sentence for the log.</summary>
    public static string FirstDifference(byte[] old, byte[] made)
    {
        var (a, b) = (Lines(old), Lines(made));
        var at = CommonHead(a, b);
        return Printed.Invariant($"line {at + 1} was: {LineAt(a, at)}, is: {LineAt(b, at)}");
    }

    private static string LineAt(string[] lines, int at) => at < lines.Length ? lines[at].Trim() : "(the end)";

    private static string[] Lines(byte[]? text) =>
        text is null or [] ? [] : Encoding.UTF8.GetString(text).Split('\n');

    private static int CommonHead(string[] a, string[] b)
    {
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
            head++;
        return head;
    }

    private static List<(LineChange, string)> Middle(string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > MaxCells)
            return [.. a.Select(line => (LineChange.Removed, line)), .. b.Select(line => (LineChange.Added, line))];
        var common = CommonLengths(a, b);
        var lines = new List<(LineChange, string)>();
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                lines.Add((LineChange.Same, a[i++]));
                j++;
            }
            else
            {
                var isRemoved = common[i + 1, j] >= common[i, j + 1];
                lines.Add(isRemoved ? (LineChange.Removed, a[i++]) : (LineChange.Added, b[j++]));
            }
        }

        lines.AddRange(a[i..].Select(line => (LineChange.Removed, line)));
        lines.AddRange(b[j..].Select(line => (LineChange.Added, line)));
        return lines;
    }

    /// <summary>How many lines the rests of both texts have in common, from each pair of places on.</summary>
    private static int[,] CommonLengths(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
