using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>A word where poppler sees it on a page. Lengths in points from the top left of the page.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Text">Without leaders and invisible characters, with plain hyphens.</param>
/// <param name="Left">Null where dots of a leader stand directly before the word.</param>
/// <param name="Right">Null where they stand directly behind it.</param>
/// <param name="Baseline">What it stands on.</param>
internal readonly partial record struct WordBox(
    int Page, string Text, double? Left, double? Right, double Baseline)
{
    /// <summary>
    /// poppler's boxes go from the ascent to the descent in the font's descriptor, or from 0.95 to -0.35 em where it
    /// says 0, as LibreOffice 7.4 does.
    /// </summary>
    private const double DefaultAscentShare = 0.95 / (0.95 + 0.35);

    /// <summary>Liberation Serif's ascent and descent (hhea), as in our descriptors.</summary>
    private const double LiberationAscentShare = 1825.0 / (1825 + 443);

    public static List<WordBox> OfOurs(string pdf) => Read(pdf, LiberationAscentShare);

    public static List<WordBox> OfLibreOffices(string pdf) => Read(pdf, DefaultAscentShare);

    private static List<WordBox> Read(string pdf, double ascentShare)
    {
        var words = new List<WordBox>();
        var page = 0;
        using var text = new StringReader(Tool.Run("pdftotext", ["-bbox", pdf, "-"]));
        using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "page")
                page++;
            if (xml.LocalName == "word")
                Add(words, xml, page, ascentShare);
        }

        return words;
    }

    private static void Add(List<WordBox> words, XmlReader xml, int page, double ascentShare)
    {
        var (left, right) = (Number(xml, "xMin"), Number(xml, "xMax"));
        var (top, bottom) = (Number(xml, "yMin"), Number(xml, "yMax"));
        var text = xml.ReadElementContentAsString();
        var word = Plain(text);
        if (word.Length == 0)
            return;
        words.Add(new WordBox(
            page,
            word,
            text.StartsWith('.') ? null : left,
            text.EndsWith('.') ? null : right,
            top + ((bottom - top) * ascentShare)));
    }

    /// <summary>
    /// A word without dots that a leader may have added, without invisible characters, with plain hyphens.
    /// </summary>
    public static string Plain(string word) =>
        Invisible().Replace(Leader().Replace(word, string.Empty), string.Empty).Replace('\u2011', '-').Normalize();

    private static double Number(XmlReader xml, string name) =>
        double.Parse(xml.GetAttribute(name)!, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\.\.+|^\.|\.$")]
    private static partial Regex Leader();

    [GeneratedRegex("[\u2060\u00A0\u200B]")]
    private static partial Regex Invisible();
}
