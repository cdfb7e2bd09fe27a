using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>
/// One font file, open: its metrics, its glyphs and the shaping of text in it. Safe for many threads.
/// </summary>
public sealed class FontFace : IDisposable
{
    /// <summary>
    /// A few thousand syllables cover nearly all Vietnamese text; rare words beyond that are shaped anew.
    /// </summary>
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
        Space = new ShapedGlyph(File.GlyphOf(' '), " ", SpaceWidth, null);
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

    internal ShapedGlyph Space { get; }

    /// <summary>
    /// Whether the font has a glyph for a character. What a private use character stands for, no font can tell.
    /// </summary>
    public bool Has(int codePoint) => File.GlyphOf(codePoint) != 0 && !IsPrivate(codePoint);

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

        return new ShapedWord(text, [.. Letters(text, buffer.GetGlyphInfoSpan(), buffer.GetGlyphPositionSpan())]);
    }

    /// <summary>Joins each letter with the marks that follow it.</summary>
    private List<ShapedGlyph> Letters(string text, ReadOnlySpan<GlyphInfo> infos, ReadOnlySpan<GlyphPosition> positions)
    {
        var letters = new List<ShapedGlyph>(infos.Length);
        var stack = new MarkStack(File);
        for (var i = 0; i < infos.Length; i++)
        {
            var glyph = (ushort)infos[i].Codepoint;
            var own = TextOf(text, infos, i);
            if (letters.Count > 0 && positions[i].XAdvance == 0 && IsMark(own))
            {
                var letter = letters[^1];
                var mark = stack.Place(glyph, letter.Advance, (positions[i].XOffset, positions[i].YOffset));
                letters[^1] = letter with { Text = letter.Text + own, Marks = [.. letter.Marks ?? [], mark] };
                continue;
            }

            stack.Begin(glyph);
            letters.Add(new ShapedGlyph(glyph, own, positions[i].XAdvance, null));
        }

        return letters;
    }

    private static bool IsPrivate(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.PrivateUse;

    private static bool IsMark(string text) =>
        text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text, 0) == UnicodeCategory.NonSpacingMark;

    /// <summary>The text of a glyph's cluster; empty for the second and later glyphs of a cluster.</summary>
    private string TextOf(string text, ReadOnlySpan<GlyphInfo> infos, int index)
    {
        var start = infos[index].Cluster;
        var end = (uint)text.Length;
        for (var i = 0; i < infos.Length; i++)
        {
            if (infos[i].Cluster == start && i < index)
                return string.Empty;
            if (infos[i].Cluster > start && infos[i].Cluster < end)
                end = infos[i].Cluster;
        }

        return Intern(text[(int)start..(int)end]);
    }

    // A no-break space is copied out of the file as the space that it looks like.
    // The PDF writer compares these by reference first, so equal characters share one string.
    private string Intern(string text) =>
        text.Length == 1 ? characters.GetOrAdd(text[0], static c => c == '\u00A0' ? " " : ((char)c).ToString()) : text;
}
