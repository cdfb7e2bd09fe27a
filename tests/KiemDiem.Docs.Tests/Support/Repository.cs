using System.Runtime.CompilerServices;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>Where the checkout is: tests read definitions, samples and documents as they stand in it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string FormTemplates => Path.Combine(Root, "form-templates");

    public static string Fonts => Path.Combine(Root, "fonts");

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The command as built with these tests; beside the tests it would lack what ASP.NET brings.</summary>
    public static string Command
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(
                Root, "src", "KiemDiem.Docs.Cli", "bin", own.Parent!.Name, own.Name, "kiemdiem.dll");
        }
    }

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "KiemDiem.Docs.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must be built inside the checkout.");
    }
}
