using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>Small faults, really made in the pages of a sample: what no comparison may overlook.</summary>
internal static class Defects
{
    /// <summary>Every page lower by one pixel of the snapshots.</summary>
    public static LaidOutDocument ShiftedByAPixel(LaidOutDocument sound) => sound with
    {
        Pages = [.. sound.Pages.Select(page => page with
        {
            Lines = [.. page.Lines.Select(line => line with
            {
                Top = line.Top + Length.Pt(72.0 / SampleSnapshots.DotsPerInch),
            })],
        })],
    };

    public static LaidOutDocument LostLeader(LaidOutDocument sound) => Changed<LeaderItem>(sound, _ => []);

    public static LaidOutDocument LostDot(LaidOutDocument sound) => Changed<LeaderItem>(
        sound, row => [new LeaderItem(row.X + row.Pitch, row.Width - row.Pitch, row.Pitch, row.Size)]);

    public static LaidOutDocument LostRule(LaidOutDocument sound) => Changed<RuleItem>(sound, _ => []);

    public static LaidOutDocument MissingTick(LaidOutDocument sound) => Changed<BoxItem>(
        sound, box => box.Box.Checked ? [box with { Box = box.Box with { Checked = false } }] : null);

    public static LaidOutDocument MissingWord(LaidOutDocument sound, string word) =>
        Changed<TextItem>(sound, item => item.Words.Count > 1 && At(item, text => text == word) is { } at
            ? [item with { Words = [.. item.Words.Where((_, i) => i != at)] }]
            : null);

    /// <summary>One letter of one word is another; all other words stay where they are.</summary>
    public static LaidOutDocument OtherLetter(LaidOutDocument sound, char letter, char other) =>
        Changed<TextItem>(sound, item =>
        {
            if (At(item, text => text.Contains(letter)) is not { } at)
                return null;
            var word = item.Words[at];
            var changed = word with { Word = item.Face.Shape(word.Word.Text.Replace(letter, other)) };
            return [item with { Words = [.. item.Words.Select((old, i) => i == at ? changed : old)] }];
        });

    private static int? At(TextItem item, Func<string, bool> isMeant)
    {
        var at = item.Words.Select(word => word.Word.Text).ToList().FindIndex(text => isMeant(text));
        return at < 0 ? null : at;
    }

    /// <summary>Changes the first item of a kind for which something else is given.</summary>
    private static LaidOutDocument Changed<T>(LaidOutDocument sound, Func<T, IReadOnlyList<LineItem>?> change)
        where T : LineItem
    {
        foreach (var page in sound.Pages)
        {
            foreach (var line in page.Lines)
            {
                foreach (var item in line.Line.Items.OfType<T>())
                {
                    if (change(item) is { } changed)
                        return With(sound, page, line, item, changed);
                }
            }
        }

        throw new InvalidOperationException($"The pages hold no such {typeof(T).Name}.");
    }

    private static LaidOutDocument With(
        LaidOutDocument sound, Page page, PlacedLine line, LineItem item, IReadOnlyList<LineItem> changed)
    {
        var items = line.Line.Items.SelectMany(old => ReferenceEquals(old, item) ? changed : [old]);
        var newLine = line with { Line = line.Line with { Items = [.. items] } };
        var newPage = page with { Lines = [.. page.Lines.Select(old => old == line ? newLine : old)] };
        return sound with { Pages = [.. sound.Pages.Select(old => old == page ? newPage : old)] };
    }
}
