using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>A reader that is not ours shows every page of a sample's PDF as we paint it.</summary>
public sealed class PopplerTests(ReportFile report)
{
    public static TheoryData<string> Samples => SnapshotTests.Samples;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Poppler_shows_the_pages_that_we_paint(string sample)
    {
        var record = SampleSnapshots.Record(sample);
        var laidOut = Engine.Renderer.LayOut(record);
        var theirs = PopplerPages.Of(Engine.Renderer.RenderPdf(record));

        Assert.Equal(laidOut.Pages.Count, theirs.Count);
        var mismatches = new List<Mismatch>();
        for (var page = 1; page <= theirs.Count; page++)
        {
            var ours = SampleSnapshots.Paint(laidOut, page);
            var ink = LoneInk.Of(ours, theirs[page - 1]);
            if (ink.IsTolerable)
                continue;
            var name = Printed.Invariant($"{sample}/page-{page:00}.poppler.png");
            mismatches.Add(new Mismatch(name, ink.ToString(), ours.Encode(), theirs[page - 1].Encode(), ink.Marked)
            {
                Captions = ("painted by us", "the PDF, by poppler"),
            });
        }

        report.AssertNone(mismatches, "The PDF or the painter is wrong; there is nothing to accept.");
    }
}
