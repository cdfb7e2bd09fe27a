namespace KiemDiem.Docs.Forms;

/// <summary>A part of fixed words: either words, or the place of a field.</summary>
/// <param name="Text">The words; null at a field.</param>
/// <param name="Field">The field's key; null at words.</param>
public readonly record struct TemplatePart(string? Text, string? Field);

/// <summary>Fixed words with {fields} in them. There is nothing else: no conditions, no formats, no nesting.</summary>
public static class Template
{
    /// <exception cref="FormatException">A brace is open, closed or empty where it must not be.</exception>
    public static IReadOnlyList<TemplatePart> Parse(string text)
    {
        var parts = new List<TemplatePart>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open < 0)
            {
                parts.Add(new TemplatePart(text[at..], null));
                break;
            }

            var close = text.IndexOf('}', open);
            if (text[open] == '}' || close <= open + 1)
                throw new FormatException($"A brace is not closed, or there is no field in it: \"{text}\".");
            if (open > at)
                parts.Add(new TemplatePart(text[at..open], null));
            parts.Add(new TemplatePart(null, text[(open + 1)..close]));
            at = close + 1;
        }

        return parts;
    }
}
