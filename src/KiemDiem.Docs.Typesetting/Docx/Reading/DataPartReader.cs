using System.Text;
using System.Xml;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>Reads the part that <see cref="DataPart"/> writes, whatever it is now called.</summary>
internal static class DataPartReader
{
    /// <returns>Null where it is another part.</returns>
    public static FoundData? Read(Stream? part)
    {
        if (part is null)
            return null;
        using var xml = SafeXml.Open(part);
        while (xml.NodeType != XmlNodeType.Element && SafeXml.Next(xml))
        {
        }

        if (!IsOurs(xml, "data"))
            return null;
        byte[]? original = null;
        var values = new List<BoundValue>();
        for (var more = SafeXml.Next(xml); more;)
        {
            if (IsOurs(xml, "original") && original is null)
            {
                original = Encoding.UTF8.GetBytes(xml.ReadElementContentAsString());
            }
            else if (IsOurs(xml, "shown") && values.Count > 0)
            {
                values[^1] = values[^1] with { Text = xml.ReadElementContentAsString() };
            }
            else
            {
                if (IsOurs(xml, "value"))
                    Add(values, xml.GetAttribute("tag") ?? string.Empty);
                more = SafeXml.Next(xml);
            }
        }

        return original is null ? null : new FoundData(original, values);
    }

    private static void Add(List<BoundValue> values, string tag)
    {
        if (values.Count == DocxLimits.Controls)
            throw new UnreadableDocxException(DocxFault.Costly, "The data of the file has too many values.");
        values.Add(new BoundValue(tag, string.Empty));
    }

    private static bool IsOurs(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element
        && xml.LocalName == name && xml.NamespaceURI == DataPart.Namespace;
}

/// <param name="Original">The data as it was.</param>
/// <param name="Values">In the order of the part: bindings count them.</param>
internal sealed record FoundData(byte[] Original, IReadOnlyList<BoundValue> Values);
