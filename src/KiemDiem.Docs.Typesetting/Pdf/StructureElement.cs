namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>A node of the structure tree while the pages are written.</summary>
/// <param name="type">A standard structure type of ISO 32000-1, 14.8.4; also the tag of its marks in the pages.</param>
internal sealed class StructureElement(string type)
{
    public string Type { get; } = type;

    /// <summary>What is spoken instead of its contents.</summary>
    public string? Alternative { get; init; }

    /// <summary>Its attributes, in PDF syntax.</summary>
    public string Attributes { get; init; } = string.Empty;

    /// <summary>Elements, marked stretches of pages and annotations, in the order in which they are read.</summary>
    public List<StructureKid> Kids { get; } = [];

    /// <summary>What is read after all kids; it is known before they are.</summary>
    public StructureElement? Last { get; set; }

    /// <summary>Null while, and where, the element is not written.</summary>
    public PdfReference? Reference { get; set; }

    public StructureElement Add(StructureElement kid)
    {
        Kids.Add(new StructureKid(kid));
        return kid;
    }
}

/// <summary>A part of an element: another element, a mark on a page, or an annotation on a page.</summary>
/// <param name="Element">The element, if it is one.</param>
/// <param name="Page">The page of the mark or of the annotation, from 0.</param>
/// <param name="Mark">The number of the mark on its page.</param>
/// <param name="Annotation">The annotation, if it is one.</param>
internal readonly record struct StructureKid(
    StructureElement? Element, int Page = 0, int Mark = 0, PdfReference? Annotation = null);
