using KiemDiem.Docs.Typesetting.Layout;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>Bookmarks: a tree of sections in the order of the pages (ISO 32000-1, 12.3.3).</summary>
internal static class PdfOutline
{
    /// <returns>The root, or null where the document has no sections.</returns>
    public static PdfReference? Write(PdfFile file, LaidOutDocument laidOut, List<PdfReference> pages)
    {
        if (laidOut.Outline.Count == 0)
            return null;

        var root = new Node(null, file.Reserve());
        var path = new Stack<(int Level, Node Node)>([(0, root)]);
        foreach (var entry in laidOut.Outline)
        {
            while (path.Peek().Level >= entry.Level)
                path.Pop();
            var node = new Node(entry, file.Reserve());
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
            var buffer = file.Begin(child.Reference)
                .Add("<</Title"u8).AddText(entry.Title)
                .Add("/Parent "u8).Add(node.Reference.ToString())
                .Add("/Dest["u8).Add(pages[entry.PageNumber - 1].ToString()).Add("/XYZ null "u8).Add(top)
                .Add("null]"u8);
            if (i > 0)
                buffer.Add("/Prev "u8).Add(node.Children[i - 1].Reference.ToString());
            if (i + 1 < node.Children.Count)
                buffer.Add("/Next "u8).Add(node.Children[i + 1].Reference.ToString());
            AddChildren(buffer, child);
            buffer.Add(">>"u8);
            file.End();
            Write(file, laidOut, pages, child);
        }

        if (node.Entry is not null)
            return;
        AddChildren(file.Begin(node.Reference).Add("<</Type/Outlines"u8), node).Add(">>"u8);
        file.End();
    }

    private static PdfBuffer AddChildren(PdfBuffer buffer, Node node) => node.Children.Count == 0
        ? buffer
        : buffer.Add("/First "u8).Add(node.Children[0].Reference.ToString())
            .Add("/Last "u8).Add(node.Children[^1].Reference.ToString())
            .Add("/Count "u8).Add(node.Descendants);

    private sealed record Node(OutlineEntry? Entry, PdfReference Reference)
    {
        public List<Node> Children { get; } = [];

        public int Descendants => Children.Count + Children.Sum(child => child.Descendants);
    }
}
