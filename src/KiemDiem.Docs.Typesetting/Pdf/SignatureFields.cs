using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// Empty signature fields in the room that the document leaves for signatures. Nothing is drawn there until somebody
/// signs.
/// </summary>
/// <remarks>
/// Source: ISO 32000-1, 12.5.6.19 (widgets), 12.7.2 (the form), 12.7.4.5 (signature fields); ISO 19005-3, 6.3 and 6.4;
/// ISO 14289-1, 7.18. A field and its only widget are one object.
/// </remarks>
internal sealed class SignatureFields(StructureTree structure)
{
    /// <summary>SignaturesExist: the form has a signature field (ISO 32000-1, Table 219).</summary>
    private const int Flags = 1;

    /// <summary>A signature by hand is no wider; beside it is room for two thirds of a seal.</summary>
    private static readonly Length MaxWidth = Length.Mm(54);

    /// <summary>Between the field and the lines above and below it.</summary>
    private static readonly Length Padding = Length.Mm(1);

    private readonly List<Field> fields = [];

    /// <summary>Takes note of a line; the field is below the last line of its paragraph.</summary>
    public void Pass(PlacedLine placed, StructureLeaf? leaf, int page)
    {
        if (leaf?.Signature is not { } element || leaf.Block is not Paragraph { SignaturePlace: { } place } paragraph)
            return;
        if (fields.Count > 0 && fields[^1].Element == element)
            fields.RemoveAt(fields.Count - 1);
        fields.Add(new Field(element, place, page, placed, paragraph.Format.SpaceAfter));
    }

    /// <summary>Gives each field its object, so that pages can name them.</summary>
    /// <returns>The fields of each page.</returns>
    public ILookup<int, PdfReference> Reserve(PdfFile file, int pages)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            field.Name = Unique(field.Place.Name, names);
            field.Reference = file.Reserve();
            field.Key = structure.Annotate(field.Element, field.Reference, field.Page, pages);
        }

        return fields.ToLookup(field => field.Page, field => field.Reference);
    }

    /// <returns>The form; null where nobody signs.</returns>
    public PdfReference? Write(PdfFile file, PageSetup setup, List<PdfReference> pages)
    {
        if (fields.Count == 0)
            return null;
        foreach (var field in fields)
            WriteField(file, field, setup, pages[field.Page]);
        var form = file.Reserve();
        var buffer = file.Begin(form).Add("<</SigFlags "u8).Add(Flags).Add("/Fields["u8);
        foreach (var field in fields)
            buffer.Add(field.Reference);
        buffer.Add("]>>"u8);
        file.End();
        return form;
    }

    /// <summary>A person may sign twice; two fields of one name would be one field.</summary>
    private static string Unique(string name, HashSet<string> taken)
    {
        for (var i = 1; ; i++)
        {
            var candidate = i == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
            if (taken.Add(candidate))
                return candidate;
        }
    }

    private static void WriteField(PdfFile file, Field field, PageSetup setup, PdfReference page)
    {
        var appearance = file.Reserve();
        var (left, top, width, height) = Rectangle(field, setup);
        var bottom = setup.Height - top - height;
        var buffer = file.Begin(field.Reference)
            .Add("<</Type/Annot/Subtype/Widget/FT/Sig/T"u8).AddText(field.Name)
            .Add("/TU"u8).AddText(field.Place.Description)
            .Add("/F 4/P "u8).Add(page)
            .Add("/Rect["u8).Add(left).Add(bottom).Add(left + width).Add(bottom + height)
            .Add("]/StructParent "u8).Add(field.Key)
            .Add("/AP<</N "u8).Add(appearance).Add(">>>>"u8);
        file.End();

        using var box = new PdfBuffer().Add("/Type/XObject/Subtype/Form/BBox[0 0 "u8).Add(width).Add(height);
        file.WriteRaw(appearance, [], Encoding.ASCII.GetString(box.Span) + "]/Resources<<>>");
    }

    /// <summary>In the middle of the signatory's column and of the space below the line.</summary>
    private static (Length Left, Length Top, Length Width, Length Height) Rectangle(Field field, PageSetup setup)
    {
        var width = Length.Min(MaxWidth, field.Place.Width);
        var left = field.Line.X + field.Place.Left + ((field.Place.Width - width) / 2);
        var top = field.Line.Top + field.Line.Line.Height + Padding;
        var bottom = Length.Min(top + field.Room - Padding - Padding, setup.Height);
        return (left, top, width, Length.Max(bottom - top, Length.Zero));
    }

    private sealed class Field(
        StructureElement element, SignaturePlace place, int page, PlacedLine line, Length room)
    {
        public StructureElement Element { get; } = element;

        public SignaturePlace Place { get; } = place;

        public int Page { get; } = page;

        public PlacedLine Line { get; } = line;

        public Length Room { get; } = room;

        public string Name { get; set; } = place.Name;

        public PdfReference Reference { get; set; }

        public int Key { get; set; }
    }
}
