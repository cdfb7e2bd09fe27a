using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Paint;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>A file of a sample's snapshots: its name in the folder, and what the program makes now.</summary>
internal sealed record Snapshot(string Name, byte[] Content)
{
    public bool IsPicture => Name.EndsWith(".png", StringComparison.Ordinal);
}

/// <summary>What is kept of each sample.</summary>
internal static class SampleSnapshots
{
    /// <summary>What the service gives where nobody asks for another: letters are easy to read on the screen.</summary>
    public const int DotsPerInch = 96;

    /// <summary>Edition, form and name of every sample, with "/" between them on every system.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. SampleFiles.All.Select(file => Path.ChangeExtension(Path.GetRelativePath(Repository.Samples, file), null)
            .Replace(Path.DirectorySeparatorChar, '/')),
    ];

    public static IReadOnlyList<Snapshot> Of(string sample)
    {
        var record = Record(sample);
        var name = sample.Split('/')[^1];
        var docx = Engine.Renderer.RenderDocx(record);
        var pdf = Engine.Renderer.RenderPdf(record);
        var laidOut = Engine.Renderer.LayOut(record);
        return
        [
            Text("document.txt", TreeText.Of(FormComposer.Compose(record, Engine.Fonts))),
            Text("layout.txt", LayoutText.Of(laidOut)),
            Text("document.xml", PrettyXml.Of(DocxText.Part(docx, "word/document.xml"))),
            Text("bytes.sha256", Sum(docx, name + ".docx") + Sum(pdf, name + ".pdf")),
            .. laidOut.Pages.Select(page => new Snapshot(
                Printed.Invariant($"page-{page.Number:00}.png"), Paint(laidOut, page.Number).Coarse().Encode())),
        ];
    }

    public static FormRecord Record(string sample)
    {
        var file = Path.Combine(Repository.Samples, sample + ".json");
        return Engine.Renderer.Check(File.ReadAllBytes(file)).ValueOrThrow();
    }

    public static GreyPicture Paint(LaidOutDocument laidOut, int page) =>
        GreyPicture.Decode(PngPainter.Paint(laidOut, page, DotsPerInch));

    private static Snapshot Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>As sha256sum prints it.</summary>
    private static string Sum(byte[] bytes, string name) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {name}\n";
}
