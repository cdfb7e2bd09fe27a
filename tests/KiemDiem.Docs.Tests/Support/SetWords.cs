using KiemDiem.Docs.Typesetting.Layout;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The words of a set line, whole: the layout has 21-KL/TW in pieces.</summary>
internal static class SetWords
{
    public static IEnumerable<string> Of(Line line) => line.Items.OfType<TextItem>().SelectMany(Of);

    private static IEnumerable<string> Of(TextItem item)
    {
        var word = string.Empty;
        foreach (var piece in item.Words)
        {
            word += piece.Word.Text;
            if (!piece.SpaceAfter)
                continue;
            yield return word;
            word = string.Empty;
        }

        if (word.Length > 0)
            yield return word;
    }
}
