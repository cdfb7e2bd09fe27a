using System.Xml;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>
/// Reads back what <see cref="DocxWriter"/> wrote and others changed. It trusts nothing and fetches nothing: a file
/// that is broken, encrypted or too large ends in an <see cref="UnreadableDocxException"/>, soon and with little
/// memory.
/// </summary>
/// <remarks>
/// It reads the parts that it needs and no other: what else is in the file, links to the web included, is nobody's
/// business here.
/// </remarks>
public static class DocxReader
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <exception cref="UnreadableDocxException">See the class.</exception>
    public static BoundDocument Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var package = ZipDirectory.Open(file);
            RefuseMacros(package);
            var main = Relationships.Of(package, string.Empty).FirstOrDefault(one => one.IsOf("/officeDocument"))
                ?? throw Foreign();
            var data = Relationships.Of(package, main.Target)
                .Where(one => one.IsOf("/customXml"))
                .Take(DocxLimits.DataParts)
                .Select(one => DataPartReader.Read(package.Read(one.Target)))
                .FirstOrDefault(part => part is not null) ?? throw Foreign();
            using var document = SafeXml.Open(package.Read(main.Target) ?? throw Foreign());
            var (controls, text) = new ControlReader(data.Values).Read(document);
            return new BoundDocument(data.Original, data.Values, controls, text);
        }
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException)
        {
            throw new UnreadableDocxException(DocxFault.Broken, "The package is broken.");
        }
    }

    private static void RefuseMacros(ZipDirectory package)
    {
        using var types = SafeXml.Open(package.Read(ContentTypes) ?? throw Foreign());
        while (SafeXml.Next(types))
        {
            var type = types.NodeType == XmlNodeType.Element ? types.GetAttribute("ContentType") : null;
            if (type is not null && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                throw new UnreadableDocxException(DocxFault.Macros, "The file holds macros.");
            }
        }
    }

    private static UnreadableDocxException Foreign() =>
        new(DocxFault.Foreign, "The file was not written by this program.");
}
