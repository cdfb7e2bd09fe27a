using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>Every sample gives what a person has looked at and accepted: texts exactly, pictures to the eye.</summary>
public sealed class SnapshotTests(ReportFile report)
{
    public static TheoryData<string> Samples => [.. SampleSnapshots.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_as_it_was_accepted(string sample)
    {
        var made = SampleSnapshots.Of(sample);
        if (Acceptance.IsOn)
            SnapshotFolder.Accepted.Accept(sample, made);

        report.AssertNone(SnapshotFolder.Accepted.Compare(sample, made), Acceptance.Advice);
    }

    [Fact]
    public void There_is_no_snapshot_without_a_sample()
    {
        if (Acceptance.IsOn)
            SnapshotFolder.Accepted.Delete(SnapshotFolder.Accepted.Strays(SampleSnapshots.Names));

        var strays = SnapshotFolder.Accepted.Strays(SampleSnapshots.Names);
        Assert.True(strays.Count == 0, $"Of no sample: {string.Join(", ", strays)}. {Acceptance.Advice}");
    }

    [Fact]
    public void The_folder_stays_small()
    {
        var bytes = SnapshotFolder.Accepted.Bytes();
        Assert.True(bytes < SnapshotFolder.MaxBytes, $"The snapshots take {bytes} bytes.");
    }
}
