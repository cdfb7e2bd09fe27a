using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>XML with an element a line, so that a difference shows where it is. Texts stay as they are.</summary>
internal static class PrettyXml
{
    private static readonly XmlWriterSettings OneElementALine = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    public static string Of(string xml)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, OneElementALine))
            XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Save(writer);
        return text.Append('\n').ToString();
    }
}
