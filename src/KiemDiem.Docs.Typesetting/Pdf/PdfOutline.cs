using KiemDiem.Docs.Typesetting.Layout;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// Bookmarks: a tree of sections in the order of the pages, each tied to its heading (ISO 32000-1, 12.3.3).
/// </summary>
internal static class PdfOutline
{
    /// <returns>The root, or null where the document has no sections.</returns>
    public static PdfReference? Write(
        PdfFile file, LaidOutDocument laidOut, List<PdfReference> pages, StructureTree structure)
    {
        if (laidOut.Outline.Count == 0)
            return null;

        var root = new Node(null, file.Reserve(), null);
        var path = new Stack<(int Level, Node Node)>([(0, root)]);
        for (var i = 0; i < laidOut.Outline.Count; i++)
        {
            var entry = laidOut.Outline[i];
            while (path.Peek().Level >= entry.Level)
                path.Pop();
            var node = new Node(entry, file.Reserve(), structure.HeadingReference(i));
            path.Peek().Node.Children.Add(node);
            path.Push((entry.Level, node));
        }

        Write(file, laidOut, pages, root);
        return root.Reference;
    }

    private static void Write(PdfFile file, LaidOutDocument laidOut, List<PdfReference> pages, Node node)
    {
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            var entry = child.Entry!;
            var top = laidOut.Document.Page.Height - entry.Top;
            var buffer = file.Pack(child.Reference)
                .Add("<</Title"u8).AddText(entry.Title)
                .Add("/Parent "u8).Add(node.Reference)
                .Add("/Dest["u8).Add(pages[entry.PageNumber - 1]).Add("/XYZ null "u8).Add(top)
                .Add("null]"u8);
            if (child.Heading is { } heading)
                buffer.Add("/SE "u8).Add(heading);
            if (i > 0)
                buffer.Add("/Prev "u8).Add(node.Children[i - 1].Reference);
            if (i + 1 < node.Children.Count)
                buffer.Add("/Next "u8).Add(node.Children[i + 1].Reference);
            AddChildren(buffer, child);
            buffer.Add(">>"u8);
            Write(file, laidOut, pages, child);
        }

        if (node.Entry is not null)
            return;
        AddChildren(file.Pack(node.Reference).Add("<</Type/Outlines"u8), node).Add(">>"u8);
    }

    private static PdfBuffer AddChildren(PdfBuffer buffer, Node node) => node.Children.Count == 0
        ? buffer
        : buffer.Add("/First "u8).Add(node.Children[0].Reference)
            .Add("/Last "u8).Add(node.Children[^1].Reference)
            .Add("/Count "u8).Add(node.Descendants);

    private sealed record Node(OutlineEntry? Entry, PdfReference Reference, PdfReference? Heading)
    {
        public List<Node> Children { get; } = [];

        public int Descendants => Children.Count + Children.Sum(child => child.Descendants);
    }
}
