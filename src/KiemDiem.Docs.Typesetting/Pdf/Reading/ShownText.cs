using System.Buffers.Text;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>
/// The text that the pages of a file show, taken back out of their content by the fonts' own maps; artifacts, such as
/// page numbers, are left out, and so are blanks, whose number depends on where lines end.
/// </summary>
/// <remarks>
/// It reads what our own writer writes: one level of pages, composite fonts of two-byte codes, marks that stand inside
/// each other. Source: ISO 32000-1, 9.4.3 (showing text), 9.10.3 (ToUnicode), 14.6 and 14.8.2.2 (marks, artifacts).
/// </remarks>
public sealed class ShownText
{
    /// <summary>A letter with all the marks that it may have.</summary>
    private const int MaxDigits = 256;

    private readonly PdfReader reader;
    private readonly Dictionary<PdfDictionary, List<MappedFont>> resources = new(ReferenceEqualityComparer.Instance);

    private char[] letters = new char[8 * 1024];
    private int count;
    private List<MappedFont> fonts = [];
    private string?[] font = [];
    private Range tag;
    private int marks;
    private int artifact;
    private int inProperties;

    private ShownText(PdfReader reader) => this.reader = reader;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether each glyph that is shown stands for some text.</summary>
    public bool IsMapped { get; private set; } = true;

    /// <exception cref="UnreadablePdfException">The file is not what this class reads.</exception>
    public static ShownText Of(PdfReader reader)
    {
        var shown = new ShownText(reader);
        if (reader.Get<PdfDictionary>(reader.Catalog, "Pages") is not { } tree)
            throw new UnreadablePdfException("The file has no pages.");
        foreach (var item in reader.Items(tree, "Kids"))
        {
            if (reader.Resolve(item) is PdfDictionary page)
                shown.ReadPage(page);
        }

        return shown;
    }

    public override string ToString() => new(letters, 0, count);

    private void ReadPage(PdfDictionary page)
    {
        Pages++;
        fonts = FontsOf(page);
        (font, tag, marks, artifact, inProperties) = ([], default, 0, 0, 0);
        foreach (var item in reader.Items(page, "Contents"))
        {
            if (reader.Resolve(item) is PdfStream content)
                Read(reader.Decode(content).Span);
        }
    }

    private List<MappedFont> FontsOf(PdfDictionary page)
    {
        if (reader.Get<PdfDictionary>(page, "Resources") is not { } own
            || reader.Get<PdfDictionary>(own, "Font") is not { } dictionaries)
        {
            return [];
        }

        if (resources.TryGetValue(own, out var known))
            return known;
        var named = new List<MappedFont>();
        foreach (var (name, value) in dictionaries.Entries)
        {
            if (reader.Resolve(value) is PdfDictionary dictionary
                && reader.Get<PdfStream>(dictionary, "ToUnicode") is { } map)
            {
                named.Add(new MappedFont(Encoding.ASCII.GetBytes(name), ReadMap(reader.Decode(map).Span)));
            }
        }

        return resources[own] = named;
    }

    /// <summary>The lines "&lt;0001>&lt;0041>" of a map; a blank, and what fills a gap, stands for nothing.</summary>
    private static string?[] ReadMap(ReadOnlySpan<byte> map)
    {
        var texts = new List<string?> { null };
        while (!map.IsEmpty)
        {
            var end = map.IndexOf((byte)'\n');
            var line = end < 0 ? map : map[..end];
            map = end < 0 ? [] : map[(end + 1)..];
            if (line is not [(byte)'<', _, _, _, _, (byte)'>', (byte)'<', .. var target, (byte)'>'])
                continue;
            var code = Unit(line[1..5]);
            while (texts.Count <= code)
                texts.Add(null);
            texts[code] = Visible(target);
        }

        return [.. texts];
    }

    private static string Visible(ReadOnlySpan<byte> digits)
    {
        Span<char> units = stackalloc char[Math.Min(digits.Length, MaxDigits) / 4];
        var count = 0;
        for (var i = 0; i < units.Length; i++)
        {
            var unit = (char)Unit(digits.Slice(4 * i, 4));
            if (IsVisible(unit))
                units[count++] = unit;
        }

        return units[..count].ToString();
    }

    private static int Unit(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out ushort unit, out var length, 'X') && length == digits.Length
            ? unit
            : throw new UnreadablePdfException("A font has a map that is not known.");

    private static bool IsVisible(char c) => c is not (' ' or '\u00A0' or '\u200B' or '\u2060');

    private void Read(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (at < content.Length)
        {
            var current = content[at];
            if (current == '(')
                at = ReadString(content, at + 1);
            else if (current == '/')
                at = ReadName(content, at + 1);
            else if (char.IsAsciiLetter((char)current))
                at = ReadOperator(content, at);
            else
                at += PassProperties(content[at..]);
        }
    }

    /// <summary>"&lt;&lt;" and ">>" stand around what a mark says of itself.</summary>
    private int PassProperties(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("<<"u8))
            inProperties++;
        else if (content.StartsWith(">>"u8))
            inProperties--;
        else
            return 1;
        return 2;
    }

    private int ReadName(ReadOnlySpan<byte> content, int start)
    {
        var end = start + LettersAndDigits(content[start..]);
        if (inProperties == 0)
            tag = start..end;
        return end;
    }

    private static int LettersAndDigits(ReadOnlySpan<byte> content)
    {
        var length = 0;
        while (length < content.Length && char.IsAsciiLetterOrDigit((char)content[length]))
            length++;
        return length;
    }

    private int ReadOperator(ReadOnlySpan<byte> content, int start)
    {
        var end = start + LettersAndDigits(content[start..]);
        if (inProperties > 0)
            return end;
        var word = content[start..end];
        if (word.SequenceEqual("Tf"u8))
        {
            font = FontOf(content[tag]);
        }
        else if (word.SequenceEqual("BDC"u8) || word.SequenceEqual("BMC"u8))
        {
            marks++;
            if (artifact == 0 && content[tag].SequenceEqual("Artifact"u8))
                artifact = marks;
        }
        else if (word.SequenceEqual("EMC"u8))
        {
            if (artifact == marks)
                artifact = 0;
            marks--;
        }

        return end;
    }

    private string?[] FontOf(ReadOnlySpan<byte> name)
    {
        foreach (var mapped in fonts)
        {
            if (name.SequenceEqual(mapped.Name))
                return mapped.Texts;
        }

        return [];
    }

    /// <returns>Where the string has ended.</returns>
    private int ReadString(ReadOnlySpan<byte> content, int at)
    {
        while (at + 1 < content.Length && content[at] != ')')
        {
            var high = ReadByte(content, ref at);
            if (at == content.Length)
                break;
            var low = ReadByte(content, ref at);
            if (inProperties == 0)
                Show((high << 8) | low);
        }

        return at + 1;
    }

    private static int ReadByte(ReadOnlySpan<byte> content, ref int at)
    {
        var value = content[at++];
        if (value != '\\' || at == content.Length)
            return value;
        return content[at++] switch { (byte)'r' => '\r', (byte)'n' => '\n', var other => other };
    }

    private void Show(int code)
    {
        var letter = code < font.Length ? font[code] : null;
        if (letter is null)
            IsMapped = false;
        else if (artifact == 0)
            Add(letter);
    }

    private void Add(string letter)
    {
        if (letters.Length - count < letter.Length)
            Array.Resize(ref letters, (2 * letters.Length) + letter.Length);
        foreach (var unit in letter)
            letters[count++] = unit;
    }

    /// <param name="Name">In the resources of the pages.</param>
    /// <param name="Texts">What each code stands for; null where nothing is said.</param>
    private sealed record MappedFont(byte[] Name, string?[] Texts);
}
