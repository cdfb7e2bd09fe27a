using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>A page of a PDF as poppler draws it: a byte for each pixel, from 0 (black) to 255 (white).</summary>
internal sealed class GreyPage(int width, byte[] file, int start)
{
    public int Width { get; } = width;

    public ReadOnlySpan<byte> Row(int y) => file.AsSpan(start + (y * Width), Width);

    /// <summary>All pages of a file.</summary>
    public static List<GreyPage> Of(string pdf, int dotsPerInch)
    {
        using var folder = new TempFolder();
        Tool.Run("pdftoppm", ["-r", $"{dotsPerInch}", "-gray", pdf, folder.File("page")]);
        return [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(Read)];
    }

    /// <summary>A binary PGM: "P5", width and height, 255, each on a line of its own; then the pixels.</summary>
    private static GreyPage Read(string pgm)
    {
        var file = File.ReadAllBytes(pgm);
        var start = 0;
        for (var line = 0; line < 3; line++)
            start = Array.IndexOf(file, (byte)'\n', start) + 1;
        var head = Encoding.ASCII.GetString(file, 0, start).Split('\n', ' ');
        Assert.Equal("P5", head[0]);
        return new GreyPage(int.Parse(head[1], CultureInfo.InvariantCulture), file, start);
    }
}
