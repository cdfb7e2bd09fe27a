using System.Globalization;
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
    private readonly PdfReader reader;
    private readonly StringBuilder text = new();
    private readonly Dictionary<PdfDictionary, Dictionary<string, string?[]>> resources =
        new(ReferenceEqualityComparer.Instance);

    private Dictionary<string, string?[]> fonts = [];
    private string?[] font = [];
    private string tag = string.Empty;
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

    public override string ToString() => text.ToString();

    private void ReadPage(PdfDictionary page)
    {
        Pages++;
        fonts = FontsOf(page);
        (font, tag, marks, artifact, inProperties) = ([], string.Empty, 0, 0, 0);
        foreach (var item in reader.Items(page, "Contents"))
        {
            if (reader.Resolve(item) is PdfStream content)
                Read(reader.Decode(content).Span);
        }
    }

    private Dictionary<string, string?[]> FontsOf(PdfDictionary page)
    {
        if (reader.Get<PdfDictionary>(page, "Resources") is not { } own
            || reader.Get<PdfDictionary>(own, "Font") is not { } dictionaries)
        {
            return [];
        }

        if (resources.TryGetValue(own, out var known))
            return known;
        var named = new Dictionary<string, string?[]>();
        foreach (var (name, value) in dictionaries.Entries)
        {
            if (reader.Resolve(value) is PdfDictionary dictionary
                && reader.Get<PdfStream>(dictionary, "ToUnicode") is { } map)
            {
                named[name] = ReadMap(Encoding.ASCII.GetString(reader.Decode(map).Span));
            }
        }

        return resources[own] = named;
    }

    /// <summary>The lines "&lt;0001>&lt;0041>" of a map; a blank, and what fills a gap, stands for nothing.</summary>
    private static string?[] ReadMap(string map)
    {
        var texts = new List<string?> { null };
        foreach (var line in map.AsSpan().EnumerateLines())
        {
            if (line is not ['<', _, _, _, _, '>', '<', .. var target, '>'])
                continue;
            var code = int.Parse(line[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            while (texts.Count <= code)
                texts.Add(null);
            var units = Convert.FromHexString(target);
            texts[code] = string.Concat(Encoding.BigEndianUnicode.GetString(units).Where(IsVisible));
        }

        return [.. texts];
    }

    private static bool IsVisible(char c) => !char.IsWhiteSpace(c) && c != '\u200B';

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
            tag = Encoding.ASCII.GetString(content[start..end]);
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
            font = fonts.GetValueOrDefault(tag) ?? [];
        }
        else if (word.SequenceEqual("BDC"u8) || word.SequenceEqual("BMC"u8))
        {
            marks++;
            if (artifact == 0 && tag == "Artifact")
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

    /// <returns>Where the string has ended.</returns>
    private int ReadString(ReadOnlySpan<byte> content, int at)
    {
        var high = -1;
        while (at < content.Length && content[at] != ')')
        {
            int value = content[at++];
            if (value == '\\' && at < content.Length)
                value = content[at++] switch { (byte)'r' => '\r', (byte)'n' => '\n', var other => other };
            if (high < 0)
            {
                high = value;
                continue;
            }

            if (inProperties == 0)
                Show((high << 8) | value);
            high = -1;
        }

        return at + 1;
    }

    private void Show(int code)
    {
        var letter = code < font.Length ? font[code] : null;
        if (letter is null)
            IsMapped = false;
        else if (artifact == 0)
            text.Append(letter);
    }
}
