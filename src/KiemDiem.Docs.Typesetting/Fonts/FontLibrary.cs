using System.Collections;
using System.Text.Json;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>All the fonts there are: those of one folder. The machine's own fonts are never asked.</summary>
public sealed class FontLibrary : IDisposable
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>EMU: about 15 m, so that a few such lengths can still be added up.</summary>
    private const int MaxMeasured = int.MaxValue / 4;

    private readonly Dictionary<(string Family, bool Bold, bool Italic), FontFace> faces;

    /// <summary>
    /// A bit for each character that every face has: the question is asked for every letter of every record.
    /// </summary>
    private readonly BitArray covered = new(LastCodePoint + 1);

    private FontLibrary(Dictionary<(string Family, bool Bold, bool Italic), FontFace> faces)
    {
        this.faces = faces;
        foreach (var codePoint in faces.Values.First().File.Glyphs.Keys)
            covered[codePoint] = faces.Values.All(face => face.Has(codePoint));
    }

    /// <summary>Opens the fonts that <c>families.json</c> in a folder lists.</summary>
    /// <exception cref="InvalidDataException">A listed file is missing or is no TrueType font.</exception>
    public static FontLibrary Load(string folder)
    {
        var list = Path.Combine(folder, "families.json");
        if (!File.Exists(list))
            throw new InvalidDataException($"{list}: the list of font families is missing.");

        var faces = new Dictionary<(string Family, bool Bold, bool Italic), FontFace>();
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var family in json.RootElement.GetProperty("families").EnumerateArray())
        {
            var name = family.GetProperty("name").GetString()!;
            foreach (var (key, bold, italic) in FaceKeys)
            {
                var file = Path.Combine(folder, family.GetProperty(key).GetString()!);
                if (!File.Exists(file))
                    throw new InvalidDataException($"{list}: the font file '{file}' is missing.");
                faces[(name, bold, italic)] = new FontFace(File.ReadAllBytes(file));
            }
        }

        return faces.Count > 0
            ? new FontLibrary(faces)
            : throw new InvalidDataException($"{list}: there is no family.");
    }

    /// <summary>The families by the names that documents use.</summary>
    public IReadOnlyList<string> Families =>
        [.. faces.Keys.Select(key => key.Family).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Key, bool Bold, bool Italic)> FaceKeys =>
        [("regular", false, false), ("bold", true, false), ("italic", false, true), ("boldItalic", true, true)];

    /// <summary>The face of a family in a style.</summary>
    /// <exception cref="InvalidDataException">The folder has no such family.</exception>
    public FontFace Face(string family, TextStyle style) =>
        faces.TryGetValue((family, style.Bold, style.Italic), out var face)
            ? face
            : throw new InvalidDataException($"There is no font family '{family}'.");

    /// <summary>Whether every face of every family has a glyph for a character.</summary>
    public bool Has(int codePoint) => covered[codePoint];

    /// <summary>How long a text is on one line; a text that no line could hold is some length beyond it.</summary>
    public Length Measure(string family, TextStyle style, string text)
    {
        var face = Face(family, style);
        var space = face.Scale(face.SpaceWidth, style.Size);
        var width = 0L;
        var rest = text.AsSpan();
        while (!rest.IsEmpty && width < MaxMeasured)
        {
            var end = rest.IndexOf(' ');
            if (end == 0)
            {
                width += space.Emu;
                rest = rest[1..];
                continue;
            }

            var length = WordPieces.FirstLength(end < 0 ? rest : rest[..end]);
            width += face.Scale(face.Shape(rest[..length]).Width, style.Size).Emu;
            rest = rest[length..];
        }

        return new Length((int)Math.Min(width, MaxMeasured));
    }

    public void Dispose()
    {
        foreach (var face in faces.Values)
            face.Dispose();
    }
}
