using System.Xml;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Proof;

/// <summary>
/// Looks at finished files before anybody gets them, with readers of our own. A file that fails is our fault, never the
/// caller's: whatever a caller can do wrong is told before a file is made.
/// </summary>
internal sealed class FileProof
{
    private readonly FormRecord record;
    private readonly List<string> passed = [];

    private FileProof(FormRecord record) => this.record = record;

    /// <exception cref="UnprovenFileException">The file is not as it must be.</exception>
    public static ProvenFile Pdf(FormRecord record, LaidOutDocument laidOut, byte[] file)
    {
        var proof = new FileProof(record);
        var layout = proof.RequireSoundLayout(laidOut);
        var pdf = proof.Open(() => new PdfProof(file));
        proof.Require(Checks.Structure, () => pdf.HoldsTogether(laidOut.Pages.Count));
        proof.Require(Checks.Glyphs, () => pdf.Shown.IsMapped);
        proof.Require(Checks.Words, () => pdf.Shown.ToString() == layout.Letters);
        proof.Require(Checks.Conformance, pdf.MeetsTheLeast);
        return proof.Seal(file, laidOut.Pages.Count);
    }

    /// <exception cref="UnprovenFileException">The file is not as it must be.</exception>
    public static ProvenFile Docx(FormRecord record, FontLibrary fonts, byte[] file)
    {
        var proof = new FileProof(record);
        var docx = proof.Open(() => DocxProof.Read(file));
        proof.Require(Checks.Structure, docx.HoldsTogether);
        proof.Require(Checks.Words, () => RecordWords.AllIn(record, docx.Text, docx.Ticks));
        proof.Require(Checks.Glyphs, () => docx.HasEveryGlyph(fonts));
        proof.Require(Checks.Conformance, docx.MeetsTheLeast);
        return proof.Seal(file, pages: null);
    }

    /// <summary>Pages of one layout, which is looked at once for all of them.</summary>
    /// <exception cref="UnprovenFileException">One of the files is not as it must be.</exception>
    public static IReadOnlyList<ProvenFile> Pages(
        FormRecord record, LaidOutDocument laidOut, (int Width, int Height) pixels, IEnumerable<byte[]> files)
    {
        var proof = new FileProof(record);
        proof.RequireSoundLayout(laidOut);
        return [.. files.Select(file =>
        {
            proof.Require(Checks.Structure, () => PngProof.HoldsTogether(file, pixels));
            return proof.Seal(file, laidOut.Pages.Count);
        })];
    }

    private LayoutProof RequireSoundLayout(LaidOutDocument laidOut)
    {
        var layout = LayoutProof.Of(laidOut);
        Require(Checks.Words, () => RecordWords.AllIn(record, layout.Letters, layout.Ticks));
        Require(Checks.Glyphs, () => layout.HasEveryGlyph);
        Require(Checks.Overflow, () => layout.StaysInside);
        return layout;
    }

    private T Open<T>(Func<T> open)
        where T : class
    {
        T? opened = null;
        Require(Checks.Structure, () => (opened = open()) is not null);
        return opened!;
    }

    private void Require(string check, Func<bool> holds)
    {
        if (!Holds(holds))
            throw new UnprovenFileException(check, record);
        if (!passed.Contains(check))
            passed.Add(check);
    }

    /// <summary>What cannot be read does not hold; why is not passed on, for it may quote the file.</summary>
    private static bool Holds(Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (Exception e) when (e is UnreadablePdfException or InvalidDataException or IOException or XmlException)
        {
            return false;
        }
    }

    private ProvenFile Seal(byte[] file, int? pages) => new(file, [.. passed], pages);
}
