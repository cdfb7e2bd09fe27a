using SkiaSharp;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>A pale page with the pixels to look at in red, and a patch around them that the eye finds.</summary>
internal static class MarkedPicture
{
    private const int Halo = 7;

    private static readonly SKColor Red = new(0xD0, 0x10, 0x10);

    public static byte[] Of(GreyPicture page, IReadOnlyList<int> marked)
    {
        var pixels = page.Pixels.Select(grey => Pale(grey)).ToArray();
        foreach (var pixel in marked)
        {
            var (x, y) = (pixel % page.Width, pixel / page.Width);
            for (var row = Math.Max(0, y - Halo); row <= Math.Min(page.Height - 1, y + Halo); row++)
            {
                for (var column = Math.Max(0, x - Halo); column <= Math.Min(page.Width - 1, x + Halo); column++)
                {
                    var at = (row * page.Width) + column;
                    pixels[at] = pixels[at].WithBlue((byte)(page.Pixels[at] / 3));
                }
            }
        }

        foreach (var pixel in marked)
            pixels[pixel] = Red;
        using var bitmap = new SKBitmap(page.Width, page.Height) { Pixels = pixels };
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKColor Pale(byte grey)
    {
        var pale = (byte)(160 + (grey * 95 / 255));
        return new SKColor(pale, pale, pale);
    }
}
