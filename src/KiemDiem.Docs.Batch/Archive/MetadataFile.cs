using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// Writes what is known about a file and its documents. Every field of the tables is there, in their order, also where
/// it is empty; only the name and the hash that lead to a document are ours, and stand apart, as attributes.
/// </summary>
internal static class MetadataFile
{
    private const string File = "hoSo";
    private const string Document = "vanBan";
    private const string Name = "tep";
    private const string Sum = "sha256";

    /// <summary>By ho-so.xsd.</summary>
    public static byte[] Xml(FileUnit unit)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement(File);
            Write(xml, Metadata.Of(unit));
            for (var i = 0; i < unit.Documents.Count; i++)
            {
                xml.WriteStartElement(Document);
                xml.WriteAttributeString(Name, unit.Documents[i].File);
                xml.WriteAttributeString(Sum, unit.Documents[i].Sha256);
                Write(xml, Metadata.Of(unit.Documents[i], i + 1));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The same; what is empty there is null here.</summary>
    public static byte[] Json(FileUnit unit)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            Write(json, Metadata.Of(unit));
            json.WriteStartArray(Document);
            for (var i = 0; i < unit.Documents.Count; i++)
            {
                json.WriteStartObject();
                json.WriteString(Name, unit.Documents[i].File);
                json.WriteString(Sum, unit.Documents[i].Sha256);
                Write(json, Metadata.Of(unit.Documents[i], i + 1));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(XmlWriter xml, IReadOnlyList<MetadataField> fields)
    {
        foreach (var field in fields)
        {
            xml.WriteStartElement(field.Name);
            Write(xml, field.Fields);
            if (field.Value is { } value)
                xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<MetadataField> fields)
    {
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            if (field.Fields.Count > 0)
            {
                json.WriteStartObject();
                Write(json, field.Fields);
                json.WriteEndObject();
            }
            else if (field.Value is null)
            {
                json.WriteNullValue();
            }
            else if (field.IsNumber)
            {
                json.WriteNumberValue(int.Parse(field.Value, CultureInfo.InvariantCulture));
            }
            else
            {
                json.WriteStringValue(field.Value);
            }
        }
    }
}
