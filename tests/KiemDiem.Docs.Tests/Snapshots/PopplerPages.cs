using System.Globalization;
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
        Tool.Run("pdftoppm", ["-r", resolution, "-gray", "-png", folder.File("a.pdf"), folder.File("page")]);
        return
        [
            // The numbers in the names are padded to the same width.
            .. Directory.GetFiles(folder.Path, "*.png").Order(StringComparer.Ordinal)
                .Select(file => GreyPicture.Decode(File.ReadAllBytes(file))),
        ];
    }
}
