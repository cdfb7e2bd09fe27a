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
internal readonly record struct Atom(
    AtomKind Kind, FontFace Face, TextStyle Style, Length Width, ShapedWord? Word = null, CheckBox? Box = null)
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
                    atoms.Add(new Atom(AtomKind.Tab, fonts.Face(family, own), own, Length.Zero));
                    break;
                case DottedBlank blank:
                    var dots = fonts.Face(family, blank.Style);
                    var width = dots.Scale(dots.DotWidth * blank.Dots, blank.Style.Size);
                    atoms.Add(new Atom(AtomKind.Blank, dots, blank.Style, width));
                    break;
                case CheckBox box:
                    atoms.Add(new Atom(AtomKind.Box, fonts.Face(family, box.Style), box.Style, box.Width, Box: box));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No layout for {inline.GetType().Name}.");
            }
        }
    }

    /// <summary>Cuts a word that is longer than a line: as much as fits, and the rest.</summary>
    /// <returns>Null where not one character fits.</returns>
    public (Atom Head, Atom Tail)? SplitAt(Length room)
    {
        var used = 0;
        var fits = 0;
        foreach (var glyph in Word!.Glyphs)
        {
            used += glyph.Advance;
            if (Face.Scale(used, Style.Size) > room)
                break;
            fits += glyph.Text.Length;
        }

        return fits == 0 || fits == Word.Text.Length
            ? null
            : (OfWord(Word.Text.AsSpan(0, fits)), OfWord(Word.Text.AsSpan(fits)));
    }

    private Atom OfWord(ReadOnlySpan<char> text)
    {
        var word = Face.Shape(text);
        return this with { Word = word, Width = Face.Scale(word.Width, Style.Size) };
    }

    private static void AddText(List<Atom> atoms, TextRun run, FontFace face)
    {
        var space = new Atom(AtomKind.Space, face, run.Style, face.Scale(face.SpaceWidth, run.Style.Size));
        var rest = run.Text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            var text = end < 0 ? rest : rest[..end];
            while (!text.IsEmpty)
            {
                var length = WordPieces.FirstLength(text);
                var word = face.Shape(text[..length]);
                atoms.Add(new Atom(AtomKind.Word, face, run.Style, face.Scale(word.Width, run.Style.Size), word));
                text = text[length..];
            }

            if (end < 0)
                return;
            atoms.Add(space);
            rest = rest[(end + 1)..];
        }
    }
}
