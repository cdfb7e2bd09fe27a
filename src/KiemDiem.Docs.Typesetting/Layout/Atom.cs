using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

internal enum AtomKind
{
    Word,
    Space,
    Tab,
    Box,
    Blank,
}

/// <summary>The smallest thing the line breaker moves: a word, a space, a tab, a box, a row of dots.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Face">The face it is set in.</param>
/// <param name="Style">The style it is set in.</param>
/// <param name="Width">How wide it is drawn.</param>
/// <param name="Pixels">How wide it is where lines are broken; see <see cref="Reach"/>.</param>
/// <param name="Before">What parts a piece of a word from the piece before.</param>
/// <param name="Word">Of a word.</param>
/// <param name="Box">Of a box.</param>
/// <param name="Control">Of text: the control that it stands in.</param>
internal readonly record struct Atom(
    AtomKind Kind,
    FontFace Face,
    TextStyle Style,
    Length Width,
    int Pixels,
    Seam Before = Seam.None,
    ShapedWord? Word = null,
    CheckBox? Box = null,
    Control? Control = null)
{
    /// <summary>Cuts a paragraph into atoms and adds them to a list.</summary>
    public static void Add(List<Atom> atoms, Paragraph paragraph, string family, FontLibrary fonts)
    {
        foreach (var inline in paragraph.Inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    AddText(atoms, run, fonts.Face(family, run.Style));
                    break;
                case Model.Tab:
                    var own = paragraph.Style.Text;
                    atoms.Add(new Atom(AtomKind.Tab, fonts.Face(family, own), own, Length.Zero, Pixels: 0));
                    break;
                case DottedBlank blank:
                    var dots = fonts.Face(family, blank.Style);
                    var width = dots.Scale(dots.DotWidth * blank.Dots, blank.Style.Size);
                    atoms.Add(new Atom(AtomKind.Blank, dots, blank.Style, width, Reach.Pixels(width)));
                    break;
                case CheckBox box:
                    var face = fonts.Face(family, box.Style);
                    atoms.Add(new Atom(AtomKind.Box, face, box.Style, box.Width, Reach.Pixels(box.Width), Box: box));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No layout for {inline.GetType().Name}.");
            }
        }
    }

    /// <summary>Cuts a word that is longer than a line: as much as fits, and the rest.</summary>
    /// <param name="room">In pixels.</param>
    /// <returns>Null where not one character fits.</returns>
    public (Atom Head, Atom Tail)? SplitAt(int room)
    {
        var used = 0;
        var fits = 0;
        foreach (var glyph in Word!.Glyphs)
        {
            used += Reach.Pixels(glyph.Advance, Face, Style);
            if (used > room)
                break;
            fits += glyph.Text.Length;
        }

        return fits == 0 || fits == Word.Text.Length
            ? null
            : (OfWord(Word.Text.AsSpan(0, fits), Face, Style, Before, Control),
                OfWord(Word.Text.AsSpan(fits), Face, Style, Seam.None, Control));
    }

    private static Atom OfWord(
        ReadOnlySpan<char> text, FontFace face, TextStyle style, Seam before, Control? control)
    {
        var word = face.Shape(text);
        var width = face.Scale(word.Width, style.Size);
        var pixels = Reach.Pixels(word, face, style);
        return new Atom(AtomKind.Word, face, style, width, pixels, before, word, Control: control);
    }

    private static void AddText(List<Atom> atoms, TextRun run, FontFace face)
    {
        var space = new Atom(
            AtomKind.Space,
            face,
            run.Style,
            face.Scale(face.SpaceWidth, run.Style.Size),
            Reach.Pixels(face.SpaceWidth, face, run.Style),
            Control: run.Control);
        var rest = run.Text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            AddWord(atoms, end < 0 ? rest : rest[..end], run, face);
            if (end < 0)
                return;
            atoms.Add(space);
            rest = rest[(end + 1)..];
        }
    }

    private static void AddWord(List<Atom> atoms, ReadOnlySpan<char> word, TextRun run, FontFace face)
    {
        var isLong = Unbreakable.IsLong(word);
        var before = Unbreakable.StartsWithHyphen(word, isLong) ? Seam.Hyphen : Seam.None;
        while (!word.IsEmpty)
        {
            var (length, seam) = Unbreakable.FirstPiece(word, isLong);
            var piece = word[..length];
            word = word[length..];
            while (!piece.IsEmpty)
            {
                var shaped = WordPieces.FirstLength(piece);
                atoms.Add(OfWord(piece[..shaped], face, run.Style, before, run.Control));
                piece = piece[shaped..];
                before = Seam.None;
            }

            before = seam;
        }
    }
}
