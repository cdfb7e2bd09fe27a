using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>One font file, open: its metrics, its glyphs and the shaping of text in it. Safe for many threads.</summary>
public sealed class FontFace : IDisposable
{
    /// <summary>A few thousand syllables cover nearly all Vietnamese text; rare words beyond that are shaped anew.</summary>
    private const int MaxCachedWords = 50_000;

    /// <summary>A longer stretch is not a syllable and is not worth remembering.</summary>
    private const int MaxCachedLength = 32;

    // Word sets running text without pair kerning and ligatures; lines must break at the same words here.
    private static readonly Feature[] NoKerningNoLigatures =
        [Feature.Parse("-kern"), Feature.Parse("-liga"), Feature.Parse("-clig"), Feature.Parse("-calt")];

    private readonly ConcurrentDictionary<string, ShapedWord> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> wordsBySpan;
    private readonly ConcurrentDictionary<int, string> characters = new();
    private readonly Lock shaping = new();
    private readonly Blob blob;
    private readonly Face face;
    private readonly Font font;
    private GCHandle pinned;

    internal FontFace(byte[] data)
    {
        Data = data;
        File = new OpenTypeFile(data);
        pinned = GCHandle.Alloc(data, GCHandleType.Pinned);
        blob = new Blob(pinned.AddrOfPinnedObject(), data.Length, MemoryMode.ReadOnly);
        face = new Face(blob, 0);
        font = new Font(face);
        font.SetFunctionsOpenType();
        wordsBySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        SpaceWidth = File.AdvanceOf(File.GlyphOf(' '));
        SpaceGlyph = File.GlyphOf(' ');
        DotWidth = File.AdvanceOf(File.GlyphOf('.'));
    }

    public string PostScriptName => File.PostScriptName;

    public int UnitsPerEm => File.UnitsPerEm;

    /// <summary>Width of U+0020 in font units.</summary>
    public int SpaceWidth { get; }

    /// <summary>Width of a full stop in font units: the pitch of a dotted leader.</summary>
    public int DotWidth { get; }

    /// <summary>Height of a flat capital in font units.</summary>
    public int CapHeight => File.CapHeight;

    internal byte[] Data { get; }

    internal OpenTypeFile File { get; }

    internal ushort SpaceGlyph { get; }

    /// <summary>Whether the font has a glyph for a character.</summary>
    public bool Has(int codePoint) => File.GlyphOf(codePoint) != 0;

    /// <summary>Shapes a stretch of text that holds no space.</summary>
    public ShapedWord Shape(ReadOnlySpan<char> text)
    {
        if (wordsBySpan.TryGetValue(text, out var word))
            return word;
        word = ShapeNow(text.ToString());
        if (text.Length <= MaxCachedLength && words.Count < MaxCachedWords)
            words.TryAdd(word.Text, word);
        return word;
    }

    /// <summary>Scales font units to a distance on the page.</summary>
    public Length Scale(int fontUnits, Length size) =>
        new((int)((((long)fontUnits * size.Emu) + (UnitsPerEm / 2)) / UnitsPerEm));

    public void Dispose()
    {
        font.Dispose();
        face.Dispose();
        blob.Dispose();
        if (pinned.IsAllocated)
            pinned.Free();
    }

    private ShapedWord ShapeNow(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer { ClusterLevel = ClusterLevel.Characters };
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Latin;
        buffer.Language = new Language("vi");
        lock (shaping)
            font.Shape(buffer, NoKerningNoLigatures);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var advances = new int[infos.Length];
        var offsets = new (int X, int Y)[infos.Length];
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            advances[i] = positions[i].XAdvance;
            offsets[i] = (positions[i].XOffset, positions[i].YOffset);
        }

        var texts = TextsOf(text, infos);
        MarkPlacement.Apply(File, glyphs, texts, advances, offsets);
        var moved = offsets.Any(offset => offset != (0, 0));
        return new ShapedWord(text, glyphs, texts, advances, moved ? offsets : null);
    }

    /// <summary>Each character's text goes to the first glyph of its cluster.</summary>
    private string[] TextsOf(string text, ReadOnlySpan<GlyphInfo> infos)
    {
        var texts = new string[infos.Length];
        var starts = new SortedSet<int>();
        foreach (var info in infos)
            starts.Add((int)info.Cluster);
        for (var i = 0; i < infos.Length; i++)
        {
            var start = (int)infos[i].Cluster;
            if (!starts.Remove(start))
            {
                texts[i] = string.Empty;
                continue;
            }

            var end = text.Length;
            foreach (var info in infos)
            {
                if (info.Cluster > start && info.Cluster < end)
                    end = (int)info.Cluster;
            }

            texts[i] = Intern(text[start..end]);
        }

        return texts;
    }

    // A no-break space is copied out of the file as the space that it looks like.
    // The PDF writer compares these by reference first, so equal characters share one string.
    private string Intern(string text) =>
        text.Length == 1 ? characters.GetOrAdd(text[0], static c => c == '\u00A0' ? " " : ((char)c).ToString()) : text;
}
