using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>What an independent reader finds in a PDF.</summary>
internal static class PdfText
{
    /// <summary>
    /// The words of all pages in the order they were written, split at spaces and at jumps of the pen.
    /// </summary>
    public static List<string> Words(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(Words)];
    }

    public static List<string> Words(Page page)
    {
        var words = new List<string>();
        var word = string.Empty;
        Letter? last = null;
        foreach (var letter in page.Letters)
        {
            var jumped = last is not null && (Math.Abs(letter.StartBaseLine.Y - last.EndBaseLine.Y) > 4
                || Math.Abs(letter.StartBaseLine.X - last.EndBaseLine.X) > 1.5);
            if ((jumped || letter.Value == " ") && word.Length > 0)
            {
                words.Add(word);
                word = string.Empty;
            }

            if (letter.Value != " ")
                word += letter.Value;
            last = letter;
        }

        if (word.Length > 0)
            words.Add(word);
        return words;
    }
}
