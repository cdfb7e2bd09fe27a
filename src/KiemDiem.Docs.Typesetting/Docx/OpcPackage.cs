using System.IO.Compression;
using System.Text;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// The container of a Word or Excel file: parts, their types and relationships in a ZIP file whose bytes depend on
/// nothing but them. The SDK's own packaging stamps the clock on every entry and makes up names.
/// </summary>
/// <remarks>
/// Source: ECMA-376, part 2 (Open Packaging Conventions), 9.3 (relationships), 10.1.2 (content types).
/// </remarks>
/// <param name="date">What every entry bears; taken into what a ZIP file can express.</param>
public sealed class OpcPackage(DateOnly date)
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string RelationshipType = "application/vnd.openxmlformats-package.relationships+xml";

    // What an entry of a ZIP file can bear (APPNOTE 4.4.6, MS-DOS date).
    private static readonly DateOnly FirstDate = new(1980, 1, 1);
    private static readonly DateOnly LastDate = new(2107, 12, 31);

    private readonly List<Part> parts = [];
    private readonly List<Relationship> roots = [];

    /// <summary>Adds a part and its relationships.</summary>
    /// <param name="name">From the root, e.g. <c>word/document.xml</c>.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="relationships">Their targets are relative to its folder.</param>
    public void Add(
        string name, string contentType, Action<Stream> write, params IReadOnlyList<Relationship> relationships) =>
        parts.Add(new Part(name, contentType, write, relationships));

    /// <summary>Adds a relationship of the package itself.</summary>
    public void AddRoot(Relationship relationship) => roots.Add(relationship);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the file; what a part writes is not gathered in memory.</summary>
    public void WriteTo(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, "[Content_Types].xml", target => WriteText(target, Types()));
        Write(zip, "_rels/.rels", target => WriteText(target, Xml(roots)));
        foreach (var part in parts)
        {
            Write(zip, part.Name, part.Content);
            if (part.Relationships.Count > 0)
                Write(zip, RelationshipsOf(part.Name), target => WriteText(target, Xml(part.Relationships)));
        }
    }

    private void Write(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        var day = date < FirstDate ? FirstDate : date > LastDate ? LastDate : date;
        entry.LastWriteTime = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        using var target = entry.Open();
        write(target);
    }

    private static string RelationshipsOf(string name)
    {
        var slash = name.LastIndexOf('/');
        return $"{name[..slash]}/_rels/{name[(slash + 1)..]}.rels";
    }

    private string Types()
    {
        var xml = new StringBuilder(Declaration)
            .Append("<Types xmlns=\"" + ContentTypes + "\">")
            .Append("<Default Extension=\"rels\" ContentType=\"").Append(RelationshipType).Append("\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        foreach (var part in parts)
            xml.Append("<Override PartName=\"/" + part.Name + "\" ContentType=\"" + part.ContentType + "\"/>");
        return xml.Append("</Types>").ToString();
    }

    private static string Xml(IEnumerable<Relationship> relationships)
    {
        var xml = new StringBuilder(Declaration).Append("<Relationships xmlns=\"" + Relationships + "\">");
        foreach (var (id, type, target) in relationships)
            xml.Append("<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    private static void WriteText(Stream target, string text) => target.Write(Encoding.UTF8.GetBytes(text));

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private sealed record Part(
        string Name, string ContentType, Action<Stream> Content, IReadOnlyList<Relationship> Relationships);
}

/// <param name="Id">Unique among its siblings; named by the source part.</param>
/// <param name="Type">The relationship type's address.</param>
/// <param name="Target">The part, relative to the source part's folder.</param>
public readonly record struct Relationship(string Id, string Type, string Target);
