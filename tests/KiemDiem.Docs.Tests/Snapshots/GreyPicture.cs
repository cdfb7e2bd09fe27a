using SkiaSharp;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>A picture in grey: 0 is black, 255 is white, row by row from the top left.</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>From one of sixteen greys to the next.</summary>
    public const int Step = 17;

    public static GreyPicture Decode(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png) ?? throw new InvalidDataException("This is no picture.");
        return new GreyPicture(bitmap.Width, bitmap.Height, [.. bitmap.Pixels.Select(pixel => pixel.Red)]);
    }

    /// <summary>The same in sixteen greys, which halves a file and takes nothing from what the eye reads.</summary>
    public GreyPicture Coarse() => this with
    {
        Pixels = [.. Pixels.Select(grey => (byte)((grey + (Step / 2)) / Step * Step))],
    };

    public byte[] Encode()
    {
        var info = new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var image = SKImage.FromPixelCopy(info, Pixels, Width);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
