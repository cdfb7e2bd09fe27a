using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>
/// One page for a person to look at: of everything that is not as accepted the old, the new and the difference side by
/// side. It needs no other file and no network.
/// </summary>
internal static class SnapshotReport
{
    /// <summary>Unchanged lines around a change.</summary>
    private const int Context = 3;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Leaves Vietnamese letters as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Head =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Snapshots that are not as accepted</title>
        <style>
          body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #222; background: #f2f2f0; }
          h1 { font-size: 1.4rem; margin: 0 0 .4rem; }
          h2 { font-size: 1.05rem; margin: 0; word-break: break-all; }
          code { background: #e4e4e0; padding: .1em .35em; border-radius: 3px; }
          section { background: #fff; border: 1px solid #d5d5d0; border-radius: 6px; padding: 1rem; margin: 1.2rem 0; }
          section > p { margin: .2rem 0 .8rem; color: #a11; }
          .pictures { display: grid; grid-template-columns: repeat(3, 1fr); gap: .8rem; }
          figure { margin: 0; }
          figcaption { font-weight: 600; margin-bottom: .3rem; }
          img { width: 100%; border: 1px solid #aaa; }
          .none { padding: 3rem 0; text-align: center; color: #777; border: 1px dashed #aaa; }
          table { border-collapse: collapse; width: 100%; table-layout: fixed; }
          th { text-align: left; padding: .2rem .5rem; }
          td { font: 12.5px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
               vertical-align: top; padding: 0 .5rem; }
          .number { width: 3.2rem; color: #999; text-align: right; }
          .old { background: #fde3e1; }
          .new { background: #dcf5df; }
          .gap td { color: #999; background: #f5f5f3; text-align: center; }
        </style>

        """;

    public static string Of(IReadOnlyCollection<Mismatch> mismatches)
    {
        var html = new StringBuilder(Head);
        html.Append(Invariant, $"<h1>{mismatches.Count} files are not as accepted</h1>\n");
        html.Append(Invariant, $"<p>Where the new is right, run <code>{Acceptance.Command}</code>, ");
        html.Append("look at the difference and commit it. A picture by poppler cannot be accepted: ");
        html.Append("where it differs, the PDF or the painter is wrong.\n");
        html.Append("<ol>\n");
        foreach (var mismatch in mismatches)
            html.Append(Invariant, $"<li><a href=\"#{Text(mismatch.Name)}\">{Text(mismatch.Name)}</a>\n");
        html.Append("</ol>\n");
        foreach (var mismatch in mismatches)
        {
            html.Append(Invariant, $"<section id=\"{Text(mismatch.Name)}\">\n<h2>{Text(mismatch.Name)}</h2>\n");
            html.Append(Invariant, $"<p>{Text(mismatch.What)}</p>\n");
            if (mismatch.IsPicture)
                AddPictures(html, mismatch);
            else
                AddLines(html, mismatch);
            html.Append("</section>\n");
        }

        return html.Append("</html>\n").ToString();
    }

    private static void AddPictures(StringBuilder html, Mismatch mismatch)
    {
        var difference = mismatch is { Old: not null, New: not null, Marked.Count: > 0 }
            ? MarkedPicture.Of(GreyPicture.Decode(mismatch.New), mismatch.Marked)
            : null;
        html.Append("<div class=\"pictures\">\n");
        AddFigure(html, mismatch.Captions.Old, mismatch.Old);
        AddFigure(html, mismatch.Captions.New, mismatch.New);
        AddFigure(html, "difference", difference);
        html.Append("</div>\n");
    }

    private static void AddFigure(StringBuilder html, string caption, byte[]? png)
    {
        html.Append(Invariant, $"<figure><figcaption>{Text(caption)}</figcaption>");
        if (png is null)
            html.Append("<div class=\"none\">none</div>");
        else
            html.Append(Invariant, $"<img alt=\"\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">");
        html.Append("</figure>\n");
    }

    /// <summary>Left what was, right what is; long unchanged stretches are left out.</summary>
    private static void AddLines(StringBuilder html, Mismatch mismatch)
    {
        var lines = LineDiff.Of(mismatch.Old, mismatch.New);
        html.Append("<table>\n<tr><th class=\"number\"><th>").Append(Text(mismatch.Captions.Old));
        html.Append("<th class=\"number\"><th>").Append(Text(mismatch.Captions.New)).Append('\n');
        var (oldNumber, newNumber, isOut) = (0, 0, false);
        for (var i = 0; i < lines.Count; i++)
        {
            var (change, line) = lines[i];
            oldNumber += change == LineChange.Added ? 0 : 1;
            newNumber += change == LineChange.Removed ? 0 : 1;
            if (IsNearAChange(lines, i))
                html.Append(Row(change, line, oldNumber, newNumber));
            else if (!isOut)
                html.Append("<tr class=\"gap\"><td colspan=\"4\">⋯\n");
            isOut = !IsNearAChange(lines, i);
        }

        html.Append("</table>\n");
    }

    private static string Row(LineChange change, string line, int oldNumber, int newNumber)
    {
        var left = change == LineChange.Added ? "<td class=\"number\"><td>" : Cell("old", oldNumber);
        var right = change == LineChange.Removed ? "<td class=\"number\"><td>" : Cell("new", newNumber);
        return $"<tr>{left}{right}\n";

        string Cell(string side, int number) => Printed.Invariant($"<td class=\"number\">{number}")
            + $"<td{(change == LineChange.Same ? string.Empty : $" class=\"{side}\"")}>{Text(line)}";
    }

    private static bool IsNearAChange(IReadOnlyList<(LineChange Change, string Line)> lines, int at)
    {
        var first = Math.Max(0, at - Context);
        var last = Math.Min(lines.Count - 1, at + Context);
        return Enumerable.Range(first, last - first + 1).Any(i => lines[i].Change != LineChange.Same);
    }

    private static string Text(string text) => Encoder.Encode(text);
}
