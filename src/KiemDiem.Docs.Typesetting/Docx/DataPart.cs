using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// The data that travels in a Word file: as it was, and what each bound control shows of it, which Word and LibreOffice
/// keep up to date.
/// </summary>
/// <remarks>Source: ECMA-376, part 1, 15.2.5 and 15.2.6 (custom XML parts), 17.5.2.6 (data binding).</remarks>
internal sealed class DataPart
{
    /// <summary>Of the elements; the number changes when their meaning does.</summary>
    public const string Namespace = "urn:kiemdiem-docs:record:1";

    public const string Name = "customXml/item1.xml";

    private const string Prefix = "d";
    private const string PropertiesNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    private const string RelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PropertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly Attachment original;
    private readonly string id;
    private readonly List<(string Tag, string Text)> values = [];
    private readonly Dictionary<(string Tag, string Text), int> places = [];

    public DataPart(Attachment original)
    {
        this.original = original;
        // The engine makes up no identifiers: the same data has the same one.
        var hash = SHA256.HashData(original.Content.Span);
        id = new Guid(hash.AsSpan(0, 16)).ToString("B").ToUpperInvariant();
    }

    /// <summary>Binds a control; those that show the same of the same value share it, and change together.</summary>
    public W.DataBinding Bind(string tag, string shown)
    {
        if (!places.TryGetValue((tag, shown), out var place))
        {
            values.Add((tag, shown));
            place = values.Count;
            places.Add((tag, shown), place);
        }

        return new W.DataBinding
        {
            PrefixMappings = $"xmlns:{Prefix}='{Namespace}'",
            XPath = string.Create(
                CultureInfo.InvariantCulture, $"/{Prefix}:data[1]/{Prefix}:value[{place}]/{Prefix}:shown[1]"),
            StoreItemId = id,
        };
    }

    /// <summary>Adds the part and its properties, after all controls are bound.</summary>
    public void AddTo(OpcPackage package)
    {
        package.Add(
            Name,
            "application/xml",
            Write,
            new Relationship("rId1", RelationshipTypes + "customXmlProps", "itemProps1.xml"));
        package.Add("customXml/itemProps1.xml", PropertiesType, WriteProperties);
    }

    private void Write(Stream target)
    {
        using var xml = XmlWriter.Create(target, Settings);
        xml.WriteStartElement(Prefix, "data", Namespace);
        xml.WriteStartElement(Prefix, "original", Namespace);
        xml.WriteAttributeString("name", original.Name);
        xml.WriteString(Encoding.UTF8.GetString(original.Content.Span));
        xml.WriteEndElement();
        foreach (var (tag, text) in values)
        {
            xml.WriteStartElement(Prefix, "value", Namespace);
            xml.WriteAttributeString("tag", tag);
            // LibreOffice 7.4 drops the attributes of an element whose text it changes.
            xml.WriteElementString(Prefix, "shown", Namespace, text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteProperties(Stream target)
    {
        using var xml = XmlWriter.Create(target, Settings);
        xml.WriteStartElement("ds", "datastoreItem", PropertiesNamespace);
        xml.WriteAttributeString("ds", "itemID", PropertiesNamespace, id);
        xml.WriteStartElement("ds", "schemaRefs", PropertiesNamespace);
        xml.WriteStartElement("ds", "schemaRef", PropertiesNamespace);
        xml.WriteAttributeString("ds", "uri", PropertiesNamespace, Namespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
