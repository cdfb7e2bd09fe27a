using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>
/// Sets a paragraph into lines, first fit, as Word does: a line takes words until one does not fit.
/// Lines break at spaces only, so a sign such as 21-KL/TW is never torn; the Word file holds to the same by
/// no-break hyphens. Only a word longer than a whole line is cut.
/// </summary>
/// <remarks>One breaker serves one layout: it uses its lists over and over.</remarks>
internal sealed class LineBreaker(string family, FontLibrary fonts)
{
    /// <summary>Where Word's own tab stops stand when a paragraph's are used up: every half inch.</summary>
    private static readonly Length DefaultTab = Length.Pt(36);

    private readonly List<Atom> atoms = [];
    private readonly List<PlacedAtom> placed = [];
    private readonly LineSetter setter = new();

    /// <param name="paragraph">What is set.</param>
    /// <param name="width">The width of its column.</param>
    /// <returns>At least one line: an empty paragraph is one empty line.</returns>
    public IReadOnlyList<Line> Break(Paragraph paragraph, Length width)
    {
        var format = paragraph.Format;
        atoms.Clear();
        Atom.Add(atoms, paragraph, family, fonts);
        var lines = new List<Line>();
        var start = 0;
        do
        {
            var isFirst = lines.Count == 0;
            var left = format.LeftIndent + (isFirst ? format.FirstLineIndent : Length.Zero);
            placed.Clear();
            var reach = new Reach(
                format.LeftIndent.Twips + (isFirst ? format.FirstLineIndent.Twips : 0),
                width.Twips - format.RightIndent.Twips);
            var (count, next) = Fill(start, left, width - format.RightIndent, format, reach);
            var isLast = next >= atoms.Count;
            var items = setter.Set(atoms, placed, count, format.Alignment, width - format.RightIndent, isLast);
            lines.Add(new Line(paragraph, isFirst, format.LineHeight, items));
            start = next;
        }
        while (start < atoms.Count);

        return lines;
    }

    /// <summary>Takes atoms onto a line until the next does not fit.</summary>
    /// <returns>How many of the placed atoms are on the line, and the atom that begins the next one.</returns>
    private (int Count, int Next) Fill(int start, Length left, Length right, ParagraphFormat format, Reach reach)
    {
        var x = left;
        var (breakNext, breakCount) = (-1, 0);

        for (var i = start; i < atoms.Count; i++)
        {
            var atom = atoms[i];
            if (atom.Kind == AtomKind.Tab)
            {
                if (NextStop(format, x, right) is not { } stop)
                {
                    if (placed.Count > 0)
                        return (placed.Count, i);
                    stop = new TabStop(right);
                }

                var (end, room) = stop.Alignment == TabAlignment.Left
                    ? (stop.Position, 0)
                    : RightAligned(i + 1, x, stop);
                placed.Add(new PlacedAtom(i, x, end - x, stop.DotLeader));
                x = end;
                reach.GoTo(stop.Position, room);
                (breakNext, breakCount) = (i + 1, placed.Count);
                continue;
            }

            if (i > start && StartsPortion(atom, atoms[i - 1]))
                reach.EndPortion();
            if (atom.Before == Seam.Break)
                (breakNext, breakCount) = (i, placed.Count);
            if (atom.Kind != AtomKind.Space && atom.Pixels > reach.Room)
            {
                if (breakNext > start && breakCount > 0)
                    return (breakCount, breakNext);
                if (atom.Kind == AtomKind.Word && atom.SplitAt(reach.Room) is var (head, tail))
                {
                    atoms[i] = head;
                    atoms.Insert(i + 1, tail);
                    placed.Add(new PlacedAtom(i, x, head.Width));
                    return (placed.Count, i + 1);
                }

                if (placed.Count > 0)
                    return (placed.Count, i);
            }

            placed.Add(new PlacedAtom(i, x, atom.Width));
            x += atom.Width;
            reach.Add(atom.Pixels);
            if (atom.Kind == AtomKind.Space)
                (breakNext, breakCount) = (i + 1, placed.Count);
        }

        return (placed.Count, atoms.Count);
    }

    private static bool StartsPortion(Atom atom, Atom before) => atom.Before is Seam.Hyphen or Seam.Joiner
        || atom.Kind is AtomKind.Box or AtomKind.Blank
        || before.Kind is AtomKind.Box or AtomKind.Blank
        || atom.Style != before.Style
        || !ReferenceEquals(atom.Control, before.Control);

    private static TabStop? NextStop(ParagraphFormat format, Length x, Length right)
    {
        // A hanging indent is a tab stop of its own, in Word as here.
        if (format.FirstLineIndent < Length.Zero && x < format.LeftIndent)
            return new TabStop(format.LeftIndent);
        foreach (var stop in format.TabStops)
        {
            if (stop.Position > x && stop.Position <= right)
                return stop;
        }

        var standard = new Length(((x.Emu / DefaultTab.Emu) + 1) * DefaultTab.Emu);
        return standard <= right ? new TabStop(standard) : null;
    }

    /// <summary>
    /// Where the text after a right-aligned tab begins, so that it ends at the stop, and the twips that it needs.
    /// </summary>
    private (Length Start, int Twips) RightAligned(int next, Length x, TabStop stop)
    {
        var (text, twips) = (Length.Zero, 0);
        for (var i = next; i < atoms.Count && atoms[i].Kind != AtomKind.Tab && text < stop.Position - x; i++)
        {
            text += atoms[i].Width;
            twips += Reach.TwipsAtMost(atoms[i].Pixels);
        }

        // Text that has no room before the stop begins where the line is, and goes on to the right of it.
        return (Length.Max(x, stop.Position - text), Math.Min(twips, stop.Position.Twips - x.Twips));
    }
}

/// <summary>An atom at its place on a line, before the line is aligned.</summary>
internal readonly record struct PlacedAtom(int Index, Length X, Length Width, bool DotLeader = false);
