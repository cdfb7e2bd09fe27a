using System.Xml;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>A way from a part to another of the same package.</summary>
/// <param name="Type">The address of its kind.</param>
/// <param name="Target">The name of the other part.</param>
internal sealed record PartRelationship(string Type, string Target)
{
    /// <summary>The addresses of the two versions of the standard end alike.</summary>
    public bool IsOf(string kind) => Type.EndsWith("/relationships" + kind, StringComparison.Ordinal);
}

/// <summary>Reads relationships (ECMA-376, part 2, 6.5.3).</summary>
internal static class Relationships
{
    /// <summary>
    /// Those of a part that stay inside the package; others, such as links that somebody added, are passed over.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="part">Its name; empty for the package itself.</param>
    public static List<PartRelationship> Of(ZipDirectory package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var found = new List<PartRelationship>();
        if (package.Read($"{part[..slash]}_rels/{part[slash..]}.rels") is not { } stream)
            return found;
        using var xml = SafeXml.Open(stream);
        while (SafeXml.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship"
                || xml.GetAttribute("TargetMode") == "External"
                || xml.GetAttribute("Type") is not { } type || xml.GetAttribute("Target") is not { } target)
            {
                continue;
            }

            if (found.Count == DocxLimits.Relationships)
                throw new UnreadableDocxException(DocxFault.Costly, "A part has too many relationships.");
            found.Add(new PartRelationship(type, Resolve(part[..slash], target)));
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        var full = target.StartsWith('/') ? target : folder + target;
        foreach (var step in full.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ".."))
                path.Add(step);
        }

        return string.Join('/', path);
    }
}
