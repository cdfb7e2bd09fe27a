using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>
/// Walks through the main part once: its text, and where in it the controls begin and end, in tables, text boxes and
/// each other.
/// </summary>
/// <remarks>
/// Source: ECMA-376, part 1, 17.3.3 (run content), 17.5.2 (controls), 17.13.5 (tracked changes); [MS-DOCX] 2.6.1
/// (boxes). LibreOffice 7.4 saves no tags, but the bindings: docs/word/content-controls.md.
/// </remarks>
internal sealed partial class ControlReader(IReadOnlyList<BoundValue> values)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Stands for the sign of a list that Word made out of lines that begin with one.</summary>
    private const string ListSign = "- ";

    private readonly StringBuilder text = new();
    private readonly List<OpenControl> open = [];
    private readonly List<ShownControl> closed = [];

    /// <summary>The depth of the properties that are being read; -1 where none are.</summary>
    private int controlProperties = -1;
    private int paragraphProperties = -1;
    private bool inText;
    private bool joinsNext;
    private int shownCharacters;

    public (IReadOnlyList<ShownControl> Controls, string Text) Read(XmlReader xml)
    {
        while (xml.NodeType != XmlNodeType.Element && SafeXml.Next(xml))
        {
        }

        if (xml.LocalName != "document" || !IsWord(xml))
            throw new UnreadableDocxException(DocxFault.Foreign, "The file is no Word file.");
        for (var more = SafeXml.Next(xml); more;)
        {
            if (xml.NodeType == XmlNodeType.Element && IsPassedOver(xml))
            {
                more = Skip(xml);
                continue;
            }

            Take(xml);
            more = SafeXml.Next(xml);
        }

        return (closed.OrderBy(control => control.Start).ToList(), text.ToString());
    }

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Begin(xml);
                if (xml.IsEmptyElement)
                    End(xml);
                break;
            case XmlNodeType.EndElement:
                End(xml);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                when inText:
                Append(xml.Value);
                break;
        }
    }

    private void Begin(XmlReader xml)
    {
        if (controlProperties >= 0)
            TakeControlProperty(xml);
        else if (paragraphProperties >= 0)
            TakeParagraphProperty(xml);
        else if (IsWord(xml))
            TakeContent(xml);
    }

    private void TakeContent(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sdt":
                open.Add(new OpenControl(xml.Depth, text.Length));
                break;
            case "sdtPr" when open.Count > 0:
                controlProperties = xml.Depth;
                break;
            case "pPr":
                paragraphProperties = xml.Depth;
                break;
            case "t":
                inText = true;
                break;
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                text.Append(BoundDocument.LineEnd);
                break;
            case "noBreakHyphen":
                Append("-");
                break;
        }
    }

    private void TakeControlProperty(XmlReader xml)
    {
        var control = open[^1];
        switch (xml.LocalName)
        {
            case "tag" when IsWord(xml):
                control.Tag = xml.GetAttribute("val", xml.NamespaceURI);
                break;
            case "dataBinding" when IsWord(xml):
                control.XPath = xml.GetAttribute("xpath", xml.NamespaceURI);
                break;
            case "showingPlcHdr" when IsWord(xml):
                control.IsPlaceholder = IsOn(xml.GetAttribute("val", xml.NamespaceURI));
                break;
            case "checkbox" when xml.NamespaceURI == Word2010:
                control.IsChecked = false;
                break;
            case "checked" when xml.NamespaceURI == Word2010:
                control.IsChecked = IsOn(xml.GetAttribute("val", Word2010));
                break;
        }
    }

    private void TakeParagraphProperty(XmlReader xml)
    {
        // A deleted paragraph mark: the paragraph and the next become one.
        if (xml.LocalName == "del" && IsWord(xml))
            joinsNext = true;
        else if (xml.LocalName == "numId" && IsWord(xml) && xml.GetAttribute("val", xml.NamespaceURI) != "0")
            Append(ListSign);
    }

    private void End(XmlReader xml)
    {
        if (xml.Depth == controlProperties)
            controlProperties = -1;
        else if (xml.Depth == paragraphProperties)
            paragraphProperties = -1;
        else if (controlProperties < 0 && paragraphProperties < 0 && IsWord(xml))
            EndContent(xml);
    }

    private void EndContent(XmlReader xml)
    {
        if (xml.LocalName == "t")
        {
            inText = false;
        }
        else if (xml.LocalName == "p")
        {
            if (!joinsNext)
                text.Append(BoundDocument.ParagraphEnd);
            joinsNext = false;
        }
        else if (xml.LocalName == "sdt" && open.Count > 0 && open[^1].Depth == xml.Depth)
        {
            Close(open[^1]);
            open.RemoveAt(open.Count - 1);
        }
    }

    private void Close(OpenControl control)
    {
        if ((control.Tag ?? TagOf(control.XPath)) is not { } tag)
            return;
        shownCharacters += text.Length - control.Start;
        if (closed.Count == DocxLimits.Controls || shownCharacters > DocxLimits.ControlCharacters)
            throw new UnreadableDocxException(DocxFault.Costly, "The document has too many controls.");
        closed.Add(new ShownControl(tag, control.Start, text.Length, control.IsChecked, control.IsPlaceholder));
    }

    /// <summary>The tag of the value that a control is bound to.</summary>
    private string? TagOf(string? xpath) => xpath is not null && Binding().Match(xpath) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place >= 1 && place <= values.Count
            ? values[place - 1].Tag
            : null;

    /// <summary>As in "/d:data[1]/d:value[12]/d:shown[1]", whatever the prefix is now.</summary>
    [GeneratedRegex(@"^/\w+:data\[1\]/\w+:value\[([0-9]{1,6})\]/\w+:shown\[1\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Binding();

    private void Append(string more)
    {
        text.Append(more);
        if (text.Length > DocxLimits.TextCharacters)
            throw new UnreadableDocxException(DocxFault.Costly, "The document is too long.");
    }

    /// <summary>
    /// What was deleted or moved away, how things were before, what a field is computed by, and what older programs
    /// show instead.
    /// </summary>
    private bool IsPassedOver(XmlReader xml) => (xml.LocalName == "Fallback" && xml.NamespaceURI == Compatibility)
        || (IsWord(xml) && (xml.LocalName is "moveFrom" or "delText" or "instrText" or "delInstrText" or "pPrChange"
                or "rPrChange" or "sdtEndPr" or "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr"
            || (xml.LocalName == "del" && paragraphProperties < 0)
            || (xml.LocalName == "rPr" && paragraphProperties < 0)));

    /// <summary>Goes behind an element, however deep it is.</summary>
    private static bool Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
            return SafeXml.Next(xml);
        while (SafeXml.Next(xml) && xml.Depth > depth)
        {
        }

        return SafeXml.Next(xml);
    }

    private static bool IsWord(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    private static bool IsOn(string? value) => value is null or "1" or "true" or "on";

    private sealed class OpenControl(int depth, int start)
    {
        public int Depth { get; } = depth;

        public int Start { get; } = start;

        public string? Tag { get; set; }

        public string? XPath { get; set; }

        public bool? IsChecked { get; set; }

        public bool IsPlaceholder { get; set; }
    }
}
