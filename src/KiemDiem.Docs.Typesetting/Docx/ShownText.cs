using System.Text;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// The text of a run or paragraph as a bound value says it: what Word and LibreOffice put in its place must break and
/// look the same.
/// </summary>
internal static class ShownText
{
    private const char NoBreakHyphen = '\u2011';

    public static string Of(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            if (part is W.Text written)
                text.Append(written.Text);
            else if (part is W.NoBreakHyphen)
                text.Append(NoBreakHyphen);
            else if (part is W.TabChar)
                text.Append('\t');
        }

        return text.ToString();
    }
}
