using SkiaSharp;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>A page of a PDF as poppler draws it: a byte for each pixel, from 0 (black) to 255 (white).</summary>
internal sealed class GreyPage(int width, byte[] pixels)
{
    public int Width { get; } = width;

    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(y * Width, Width);

    /// <summary>All pages of a file.</summary>
    public static List<GreyPage> Of(string pdf, int dotsPerInch)
    {
        using var folder = new TempFolder();
        Tool.Run("pdftoppm", ["-r", $"{dotsPerInch}", "-gray", "-png", pdf, folder.File("page")]);
        return [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(Read)];
    }

    private static GreyPage Read(string png)
    {
        var size = SKBitmap.DecodeBounds(png).Size;
        using var picture = SKBitmap.Decode(png, new SKImageInfo(size.Width, size.Height, SKColorType.Gray8));
        return new GreyPage(picture.Width, picture.Bytes);
    }
}
