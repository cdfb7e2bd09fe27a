namespace KiemDiem.Docs.Tests.Support;

/// <summary>LibreOffice without a window, with a profile of its own and with the project's fonts only.</summary>
internal static class LibreOffice
{
    /// <summary>Prints Word files to PDF, as many at a time as there are processors.</summary>
    public static void Print(IReadOnlyList<string> files, string folder)
    {
        var share = (files.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        Parallel.ForEach(files.Chunk(share), some => PrintSome(some, folder));
    }

    private static void PrintSome(IEnumerable<string> files, string folder)
    {
        using var profile = new TempFolder();
        File.WriteAllText(profile.File("fonts.conf"), FontConfiguration(profile.Path));
        Tool.Run(
            "soffice",
            [
                $"-env:UserInstallation=file://{profile.Path}/profile",
                "--headless",
                "--convert-to", "pdf",
                "--outdir", folder,
                .. files,
            ],
            new Dictionary<string, string>
            {
                ["FONTCONFIG_FILE"] = profile.File("fonts.conf"),
                ["HOME"] = profile.Path,
            });
    }

    /// <summary>Times New Roman is our Liberation Serif, whatever else the machine has.</summary>
    private static string FontConfiguration(string cache) =>
        $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{Repository.Fonts}</dir>
          <cachedir>{cache}/cache</cachedir>
          <alias binding="same">
            <family>Times New Roman</family>
            <prefer><family>Liberation Serif</family></prefer>
          </alias>
        </fontconfig>
        """;
}
