using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>Aligns the atoms of one line and joins them into the items that are drawn.</summary>
internal sealed class LineSetter
{
    private readonly List<PlacedWord> words = [];

    /// <param name="atoms">The paragraph's.</param>
    /// <param name="placed">Those of the line, and perhaps some that did not fit.</param>
    /// <param name="count">How many of the placed are on the line.</param>
    /// <param name="alignment">The paragraph's.</param>
    /// <param name="right">The right edge, from the left of the column.</param>
    /// <param name="isLast">The last line of a justified paragraph is not stretched.</param>
    public IReadOnlyList<LineItem> Set(
        List<Atom> atoms, List<PlacedAtom> placed, int count, Alignment alignment, Length right, bool isLast)
    {
        var shown = count;
        while (shown > 0 && atoms[placed[shown - 1].Index].Kind == AtomKind.Space)
            shown--;
        if (shown == 0)
            return [];

        var endsInSpace = shown < count;
        count = shown;

        var slack = right - (placed[count - 1].X + placed[count - 1].Width);
        var shift = alignment switch
        {
            Alignment.Centre => slack / 2,
            Alignment.Right => slack,
            _ => Length.Zero,
        };
        var stretch = alignment == Alignment.Justify && !isLast ? Length.Max(slack, Length.Zero) : Length.Zero;
        return Join(atoms, placed, count, shift, stretch, endsInSpace);
    }

    private List<LineItem> Join(
        List<Atom> atoms, List<PlacedAtom> placed, int count, Length shift, Length stretch, bool endsInSpace)
    {
        var items = new List<LineItem>(2);
        words.Clear();
        var (firstSpace, spaces) = StretchableSpaces(atoms, placed, count);
        var passed = 0;

        for (var i = 0; i < count; i++)
        {
            var place = placed[i];
            var atom = atoms[place.Index];
            var added = spaces == 0 ? Length.Zero : new Length((int)((long)stretch.Emu * passed / spaces));
            var x = place.X + shift + added;
            if (atom.Kind == AtomKind.Space)
            {
                passed += i >= firstSpace ? 1 : 0;
                continue;
            }

            if (atom.Kind == AtomKind.Word)
            {
                var spaceAfter = i + 1 < count
                    ? atoms[placed[i + 1].Index].Kind is AtomKind.Space or AtomKind.Tab
                    : endsInSpace;
                words.Add(new PlacedWord(atom.Word!, x, spaceAfter));
                if (i + 1 < count && ContinuesText(atoms, placed, i + 1, count, atom))
                    continue;
                items.Add(new TextItem(words[0].X, atom.Face, atom.Style, words.ToArray()));
                words.Clear();
                continue;
            }

            if (Item(atom, place, x) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>The spaces that a justified line stretches: those after its last tab, as in Word.</summary>
    private static (int First, int Count) StretchableSpaces(List<Atom> atoms, List<PlacedAtom> placed, int count)
    {
        var spaces = 0;
        for (var i = count - 1; i >= 0; i--)
        {
            var kind = atoms[placed[i].Index].Kind;
            if (kind == AtomKind.Tab)
                return (i + 1, spaces);
            spaces += kind == AtomKind.Space ? 1 : 0;
        }

        return (0, spaces);
    }

    private static bool ContinuesText(List<Atom> atoms, List<PlacedAtom> placed, int next, int count, Atom atom)
    {
        while (next < count && atoms[placed[next].Index].Kind == AtomKind.Space)
            next++;
        return next < count && atoms[placed[next].Index] is { Kind: AtomKind.Word } follower
            && ReferenceEquals(follower.Face, atom.Face) && follower.Style == atom.Style;
    }

    private static LineItem? Item(Atom atom, PlacedAtom place, Length x)
    {
        var pitch = atom.Face.Scale(atom.Face.DotWidth, atom.Style.Size);
        return atom.Kind switch
        {
            AtomKind.Box => new BoxItem(x, atom.Box!, atom.Face.Scale(atom.Face.CapHeight, atom.Style.Size)),
            AtomKind.Blank => new LeaderItem(x, place.Width, pitch, atom.Style.Size),
            AtomKind.Tab when place.DotLeader => new LeaderItem(x, place.Width, pitch, atom.Style.Size),
            _ => null,
        };
    }
}
