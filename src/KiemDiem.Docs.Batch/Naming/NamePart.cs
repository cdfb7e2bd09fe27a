using System.Text;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>A piece of a pattern: fixed words, or the name of a value.</summary>
/// <param name="Text">The words, or the name.</param>
/// <param name="IsValue">Which of the two.</param>
/// <param name="Width">A number gets zeros in front up to this many digits.</param>
internal readonly record struct NamePiece(string Text, bool IsValue, int Width);

/// <summary>What stands in a pattern between two "/".</summary>
internal sealed record NamePart(IReadOnlyList<NamePiece> Pieces)
{
    private const string Separators = " -_.,;+&";
    private const string Opening = "([";
    private const string Closing = ")]";

    /// <summary>
    /// Fills in a record's values. Around one that is missing, one separator stays of two, and none at an end.
    /// </summary>
    public string With(RecordValues values)
    {
        var name = new StringBuilder();
        var missing = false;
        foreach (var piece in Pieces)
        {
            var text = piece.IsValue ? values.Of(piece) : piece.Text;
            if (text.Length == 0)
            {
                missing = true;
                continue;
            }

            if (missing && !piece.IsValue)
                text = Close(name, text);
            name.Append(text);
            missing = false;
        }

        if (missing)
            TrimEnd(name, Separators + Opening);
        return name.ToString();
    }

    /// <summary>Closes the gap between what stands before a missing value and the words behind it.</summary>
    /// <returns>What is left of the words.</returns>
    private static string Close(StringBuilder name, string words)
    {
        if (name.Length > 0 && Opening.Contains(name[^1], StringComparison.Ordinal)
            && Closing.Contains(words[0], StringComparison.Ordinal))
        {
            name.Length--;
            words = words[1..];
        }

        if (name.Length == 0)
            return words.TrimStart(Separators.ToCharArray());
        if (words.Length == 0 || Separators.Contains(words[0], StringComparison.Ordinal))
            TrimEnd(name, Separators);
        return words;
    }

    private static void TrimEnd(StringBuilder name, string letters)
    {
        while (name.Length > 0 && letters.Contains(name[^1], StringComparison.Ordinal))
            name.Length--;
    }
}
