using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// The lower floor: numbered objects, streams, the cross-reference table, the trailer. It knows no fonts.
/// </summary>
/// <remarks>Source: ISO 32000-1, 7.3.8 (streams), 7.3.10 (indirect objects), 7.5 (file structure).</remarks>
internal sealed class PdfFile
{
    private readonly PdfBuffer output = new();
    private readonly List<int> offsets = [];

    public PdfFile() => output.Add("%PDF-1.7\n%"u8).Add([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>A number for an object that will be written, so that others can name it before.</summary>
    public PdfReference Reserve()
    {
        offsets.Add(-1);
        return new PdfReference(offsets.Count);
    }

    /// <summary>Begins an object; write its value and close it with <see cref="End"/>.</summary>
    public PdfBuffer Begin(PdfReference reference)
    {
        offsets[reference.Number - 1] = output.Length;
        return output.Add(reference.Number).Add(" 0 obj\n"u8);
    }

    public void End() => output.Add("\nendobj\n"u8);

    /// <summary>Writes a deflated stream.</summary>
    /// <param name="reference">Its number.</param>
    /// <param name="content">Its bytes before compression.</param>
    /// <param name="entries">Further entries of its dictionary, in PDF syntax.</param>
    public void WriteStream(PdfReference reference, ReadOnlySpan<byte> content, string entries = "")
    {
        using var deflated = new MemoryStream(content.Length / 2);
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);

        Begin(reference)
            .Add("<</Filter/FlateDecode/Length "u8).Add((int)deflated.Length).Add(entries).Add(">>\nstream\n"u8)
            .Add(deflated.GetBuffer().AsSpan(0, (int)deflated.Length))
            .Add("\nendstream"u8);
        End();
    }

    /// <summary>Writes the cross-reference table and the trailer.</summary>
    /// <remarks>The file's identifier is taken from its bytes, so equal files have equal identifiers.</remarks>
    public byte[] Finish(PdfReference catalog, PdfReference info)
    {
        var identifier = Convert.ToHexString(SHA256.HashData(output.Span).AsSpan(0, 16));
        var start = output.Length;
        output.Add("xref\n0 "u8).Add(offsets.Count + 1).Add("\n0000000000 65535 f \n"u8);
        foreach (var offset in offsets)
            output.Add(offset.ToString("D10", CultureInfo.InvariantCulture)).Add(" 00000 n \n"u8);
        output.Add("trailer\n<</Size "u8).Add(offsets.Count + 1)
            .Add("/Root "u8).Add(catalog.ToString()).Add("/Info "u8).Add(info.ToString())
            .Add("/ID[<"u8).Add(identifier).Add("><"u8).Add(identifier).Add(">]>>\nstartxref\n"u8)
            .Add(start).Add("\n%%EOF\n"u8);
        return output.Span.ToArray();
    }
}

/// <summary>The number of an indirect object; written as <c>12 0 R</c>.</summary>
internal readonly record struct PdfReference(int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} 0 R");
}
