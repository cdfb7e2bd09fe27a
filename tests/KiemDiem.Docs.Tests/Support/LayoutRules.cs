using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The rules that hold for a layout of any length: nothing torn that belongs together.</summary>
internal static class LayoutRules
{
    private static readonly string[] SignatureStyles = ["quyenHanKy", "chucVuKy", "ghiChuKy", "hoTenKy"];
    private static readonly string[] WholeStyles = ["hangOChon", "cotOChon", "oChon", .. SignatureStyles];

    public static void AssertKept(LaidOutDocument laidOut)
    {
        AssertNoHeadingEndsAPage(laidOut);
        AssertNothingWholeIsSplit(laidOut);
        AssertNoWidowsOrOrphans(laidOut);
        AssertSignaturesHaveCompany(laidOut);
        AssertNothingOverlaps(laidOut);
    }

    private static void AssertNoHeadingEndsAPage(LaidOutDocument laidOut)
    {
        foreach (var page in laidOut.Pages.SkipLast(1))
        {
            var last = page.Lines.MaxBy(line => line.Top.Emu).Line.Source;
            Assert.False(
                last is Paragraph { Style.OutlineLevel: not null },
                $"Page {page.Number} ends with: {((Paragraph)last).PlainText}");
        }
    }

    private static void AssertNothingWholeIsSplit(LaidOutDocument laidOut)
    {
        var pagesOf = new Dictionary<Block, HashSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (var (page, line) in Lines(laidOut))
            (pagesOf.TryGetValue(line.Line.Source, out var pages) ? pages : pagesOf[line.Line.Source] = []).Add(page);
        foreach (var (block, pages) in pagesOf)
        {
            if (block is Paragraph paragraph && WholeStyles.Contains(paragraph.Style.Id))
                Assert.True(pages.Count == 1, $"Split over pages: {paragraph.PlainText}");
        }
    }

    private static void AssertNoWidowsOrOrphans(LaidOutDocument laidOut)
    {
        foreach (var lines in Lines(laidOut).GroupBy(pair => pair.Line.Line.Source, ReferenceEqualityComparer.Instance))
        {
            var counts = lines.GroupBy(pair => pair.Page).Select(page => page.Count()).ToList();
            if (counts.Count > 1)
                Assert.All(counts, count => Assert.True(count >= 2, "A single line of a paragraph stands on a page."));
        }
    }

    /// <summary>
    /// From the first line of a signature upwards: two lines of body on the same page, and the whole block too.
    /// </summary>
    private static void AssertSignaturesHaveCompany(LaidOutDocument laidOut)
    {
        foreach (var page in laidOut.Pages)
        {
            var lines = page.Lines
                .Where(line => line.Top >= laidOut.Document.Page.Top)
                .OrderBy(line => line.Top.Emu)
                .ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                if (StyleOf(lines[i]) != "quyenHanKy"
                    || (i > 0
                        && StyleOf(lines[i - 1]) is "quyenHanKy" or "ghiChuKy"
                        && lines[i - 1].X != lines[i].X))
                    continue;
                Assert.True(i >= 2, $"Page {page.Number}: a signature has {i} lines before it.");
                Assert.Contains(lines.Skip(i), line => StyleOf(line) == "hoTenKy");
            }
        }
    }

    private static void AssertNothingOverlaps(LaidOutDocument laidOut)
    {
        foreach (var page in laidOut.Pages)
        {
            foreach (var column in page.Lines.GroupBy(line => line.X))
            {
                var bottom = Length.Zero;
                foreach (var line in column.OrderBy(line => line.Top.Emu))
                {
                    Assert.True(line.Top >= bottom, $"Page {page.Number}: a line overlaps the one before.");
                    bottom = line.Top + line.Line.Height;
                }

                Assert.True(
                    bottom <= laidOut.Document.Page.Height - laidOut.Document.Page.Bottom,
                    $"Page {page.Number} is too full.");
            }
        }
    }

    private static string? StyleOf(PlacedLine line) => (line.Line.Source as Paragraph)?.Style.Id;

    private static IEnumerable<(int Page, PlacedLine Line)> Lines(LaidOutDocument laidOut) =>
        laidOut.Pages.SelectMany(page => page.Lines.Select(line => (page.Number, line)));
}
