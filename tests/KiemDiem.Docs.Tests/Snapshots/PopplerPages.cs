using System.Globalization;
using System.Text;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>The pages of a PDF as poppler rasterises them, in grey and as large as ours.</summary>
internal static class PopplerPages
{
    public static IReadOnlyList<GreyPicture> Of(byte[] pdf)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), pdf);
        var resolution = SampleSnapshots.DotsPerInch.ToString(CultureInfo.InvariantCulture);
        Tool.Run("pdftoppm", ["-r", resolution, "-gray", folder.File("a.pdf"), folder.File("page")]);
        return
        [
            // The numbers in the names are padded to the same width.
            .. Directory.GetFiles(folder.Path, "*.pgm").Order(StringComparer.Ordinal)
                .Select(file => OfPgm(File.ReadAllBytes(file))),
        ];
    }

    /// <summary>
    /// Netpbm's raw greys: "P5", width, height and 255, each followed by one blank, then the pixels. Poppler writes
    /// them in a twentieth of the time that it takes for PNG.
    /// </summary>
    private static GreyPicture OfPgm(byte[] pgm)
    {
        var header = Encoding.ASCII.GetString(pgm, 0, Math.Min(pgm.Length, 32)).Split(' ', '\n');
        Assert.Equal(("P5", "255"), (header[0], header[3]));
        var (width, height) = (Number(header[1]), Number(header[2]));
        return new GreyPicture(width, height, pgm[^(width * height)..]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
