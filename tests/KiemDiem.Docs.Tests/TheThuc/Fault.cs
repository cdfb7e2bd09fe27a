using System.Text.Json.Nodes;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>Which of the two files must show a fault.</summary>
[Flags]
public enum Shows
{
    Pdf = 1,
    Word = 2,
    Both = Pdf | Word,
}

/// <summary>A fault put into the definitions, or into the document before it is written.</summary>
/// <param name="What">In words, for whoever reads the list.</param>
/// <param name="Sample">The sample in which it is put.</param>
/// <param name="Shows">In which files the test must find it.</param>
/// <param name="Definitions">With the fault, or the shipped ones.</param>
/// <param name="Change">Puts the fault into what was composed, or nothing.</param>
internal sealed record Fault(
    string What, string Sample, Shows Shows, Func<FormRenderer> Definitions, Func<Document, Document> Change)
{
    /// <summary>The date of the record where it is not the sample's own.</summary>
    public string Date { get; init; } = string.Empty;

    public Document Sound => PrintedForm.Compose(Engine.Renderer, Sample, Date);

    public Document Faulty => Change(PrintedForm.Compose(Definitions(), Sample, Date));

    /// <summary>A value of a definition changed: a path such as <c>styles.tieuDe.size</c>, and the new value.</summary>
    public static Fault Of(
        string sample, string path, JsonNode? value, string file = "2019/the-thuc.json", Shows shows = Shows.Both) =>
        new($"{path}: {value}", sample, shows, () => Changed(file, path, value), same => same);

    /// <summary>The composed document changed.</summary>
    public static Fault Of(
        string sample, string what, Func<Document, Document> change, Shows shows = Shows.Both) =>
        new(what, sample, shows, () => Engine.Renderer, change);

    public override string ToString() => $"{What} ({Sample}{(Date.Length > 0 ? " of " + Date : string.Empty)})";

    /// <summary>Other words in some runs.</summary>
    public static Func<Document, Document> Words(Func<string, string> change) =>
        OnRuns(_ => true, run => run with { Text = change(run.Text) });

    /// <summary>The runs of some paragraphs changed.</summary>
    public static Func<Document, Document> OnRuns(Func<Paragraph, bool> which, Func<TextRun, TextRun> change) =>
        OnParagraphs(paragraph => !which(paragraph) ? paragraph : paragraph with
        {
            Inlines = [.. paragraph.Inlines.Select(inline => inline is TextRun run ? change(run) : inline)],
        });

    public static Func<Document, Document> OnParagraphs(Func<Paragraph, Paragraph> change) =>
        OnBlocks(block => block is Paragraph paragraph ? change(paragraph) : block);

    /// <summary>Each block changed, those in tables too.</summary>
    public static Func<Document, Document> OnBlocks(Func<Block, Block> change) =>
        document => document with { Blocks = [.. document.Blocks.Select(block => Inside(block, change))] };

    private static Block Inside(Block block, Func<Block, Block> change) => block is Table table
        ? table with
        {
            Rows = [.. table.Rows.Select(row => new TableRow(
                [.. row.Cells.Select(cell => (IReadOnlyList<Block>)[.. cell.Select(change)])]))],
        }
        : change(block);

    private static FormRenderer Changed(string file, string path, JsonNode? value)
    {
        using var folder = new TempFolder();
        Copy(Repository.FormTemplates, folder.Path);
        var json = JsonNode.Parse(File.ReadAllBytes(folder.File(file)))!;
        Set(json, path.Split('.'), value);
        File.WriteAllText(folder.File(file), json.ToJsonString());
        return new FormRenderer(FormLibrary.Load(folder.Path), Engine.Fonts);
    }

    private static void Set(JsonNode json, string[] path, JsonNode? value)
    {
        foreach (var key in path[..^1])
            json = (int.TryParse(key, out var index) ? json[index] : json[key])!;
        json[path[^1]] = value?.DeepClone();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
