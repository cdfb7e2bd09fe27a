using System.Text;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>What is accepted, what is not, and what is left over, in a folder made for the test.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private const string Sample = "2019/mau/day-du";

    private readonly TempFolder temp = new();
    private readonly SnapshotFolder folder;

    public SnapshotFolderTests() => folder = new SnapshotFolder(temp.Path);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void What_was_accepted_is_found_as_it_was()
    {
        folder.Accept(Sample, [Text("a.txt", "một\n"), Picture("page-01.png", 200)]);

        Assert.Empty(folder.Compare(Sample, [Text("a.txt", "một\n"), Picture("page-01.png", 200)]));
    }

    [Fact]
    public void What_nobody_has_accepted_is_told()
    {
        var mismatch = Assert.Single(folder.Compare(Sample, [Text("a.txt", "một\n")]));

        Assert.Equal("2019/mau/day-du/a.txt", mismatch.Name);
        Assert.Equal("is not accepted yet", mismatch.What);
    }

    [Fact]
    public void A_changed_line_is_quoted()
    {
        folder.Accept(Sample, [Text("a.txt", "một\nhai\nba\n")]);

        var mismatch = Assert.Single(folder.Compare(Sample, [Text("a.txt", "một\nhài\nba\n")]));

        Assert.Equal("line 2 was: hai, is: hài", mismatch.What);
    }

    [Theory]
    [InlineData("một\nhai")]
    [InlineData("một\r\nhai\n")]
    [InlineData("một\nhai\n\n")]
    public void A_text_compares_to_the_last_byte(string text)
    {
        folder.Accept(Sample, [Text("a.txt", "một\nhai\n")]);

        Assert.Single(folder.Compare(Sample, [Text("a.txt", text)]));
    }

    [Fact]
    public void A_picture_within_the_tolerance_is_accepted_and_stays_as_it_is()
    {
        var accepted = Picture("page-01.png", 200);
        var alike = Picture("page-01.png", 200 + PictureDifference.Tolerance);
        folder.Accept(Sample, [accepted]);

        Assert.Empty(folder.Compare(Sample, [alike]));
        folder.Accept(Sample, [alike]);
        Assert.Equal(accepted.Content, File.ReadAllBytes(temp.File("2019/mau/day-du/page-01.png")));
    }

    [Fact]
    public void A_picture_beyond_it_is_told_with_its_pixels()
    {
        folder.Accept(Sample, [Picture("page-01.png", 200)]);

        var other = Picture("page-01.png", 200 + PictureDifference.Tolerance + 1);
        var mismatch = Assert.Single(folder.Compare(Sample, [other]));

        Assert.Equal("1 pixels differ by more than 17 of 255, the worst by 18", mismatch.What);
        Assert.Equal([5], mismatch.Marked);
    }

    [Fact]
    public void A_file_that_is_no_longer_made_is_told_and_goes_when_the_rest_is_accepted()
    {
        folder.Accept(Sample, [Text("a.txt", "a"), Picture("page-02.png", 0)]);

        var mismatch = Assert.Single(folder.Compare(Sample, [Text("a.txt", "a")]));
        Assert.Equal("is no longer made", mismatch.What);
        folder.Accept(Sample, [Text("a.txt", "a")]);
        Assert.Empty(folder.Compare(Sample, [Text("a.txt", "a")]));
    }

    [Fact]
    public void Files_of_no_sample_are_found_wherever_they_lie_and_go_with_their_folders()
    {
        folder.Accept(Sample, [Text("a.txt", "a")]);
        folder.Accept("2019/mau/da-xoa", [Text("a.txt", "a")]);
        folder.Accept("1990/mau/day-du", [Text("a.txt", "a")]);
        File.WriteAllText(temp.File("2019/mau/thua.txt"), "a");
        File.WriteAllText(temp.File("Code.cs"), "a");

        var strays = folder.Strays([Sample]);

        Assert.Equal(
            ["1990/mau/day-du/a.txt", "2019/mau/da-xoa/a.txt", "2019/mau/thua.txt"],
            strays.Select(file => Path.GetRelativePath(temp.Path, file)));
        folder.Delete(strays);
        Assert.Empty(folder.Strays([Sample]));
        Assert.False(Directory.Exists(temp.File("1990")));
        Assert.True(File.Exists(temp.File("2019/mau/day-du/a.txt")));
    }

    [Fact]
    public void All_files_are_weighed()
    {
        folder.Accept(Sample, [Text("a.txt", "abc")]);
        folder.Accept("2019/mau/da-xoa", [Text("a.txt", "ab")]);

        Assert.Equal(5, folder.Bytes());
    }

    private static Snapshot Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>White, but for one pixel.</summary>
    private static Snapshot Picture(string name, int grey)
    {
        var pixels = Enumerable.Repeat((byte)255, 12).ToArray();
        pixels[5] = (byte)grey;
        return new Snapshot(name, new GreyPicture(4, 3, pixels).Encode());
    }
}
