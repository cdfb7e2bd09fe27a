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

    /// <summary>Converts files to another format.</summary>
    public static void Convert(IEnumerable<string> files, string format, string folder)
    {
        using var profile = new TempFolder();
        Run(profile, ["--convert-to", format, "--outdir", folder, .. files]);
    }

    /// <summary>
    /// Opens a Word file, replaces a text, clicks on two boxes, and saves it as a Word file: what a person would do.
    /// </summary>
    /// <param name="docx">The file.</param>
    /// <param name="what">The text; empty for none.</param>
    /// <param name="with">The new text.</param>
    /// <param name="uncross">The binding of the box that is to be empty; empty for none.</param>
    /// <param name="cross">The binding of the box that is to be crossed; empty for none.</param>
    public static byte[] Edit(byte[] docx, string what, string with, string uncross, string cross)
    {
        using var profile = new TempFolder();
        // Macros that are there before the profile is first used are not found.
        Run(profile, ["--terminate_after_init"]);
        var library = Directory.CreateDirectory(profile.File("profile/user/basic/Standard")).FullName;
        File.WriteAllText(Path.Combine(library, "Module1.xba"), Macro);
        File.WriteAllText(Path.Combine(library, "script.xlb"), MacroLibrary);
        File.WriteAllBytes(profile.File("a.docx"), docx);
        var arguments = new[] { Url("a.docx"), Url("b.docx"), what, with, uncross, cross };
        Run(profile, [$"macro:///Standard.Module1.Edit({string.Join(',', arguments.Select(text => $"\"{text}\""))})"]);
        return File.ReadAllBytes(profile.File("b.docx"));

        string Url(string name) => $"file://{profile.File(name)}";
    }

    private static void PrintSome(IEnumerable<string> files, string folder) => Convert(files, "pdf", folder);

    private static void Run(TempFolder profile, IEnumerable<string> arguments)
    {
        File.WriteAllText(profile.File("fonts.conf"), FontConfiguration(profile.Path));
        Tool.Run(
            "soffice",
            [$"-env:UserInstallation=file://{profile.Path}/profile", "--headless", .. arguments],
            new Dictionary<string, string>
            {
                ["FONTCONFIG_FILE"] = profile.File("fonts.conf"),
                ["HOME"] = profile.Path,
            });
    }

    private const string MacroLibrary =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
        <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
          library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>
        </library:library>
        """;

    private const string Macro =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
          script:language="StarBasic">
        Sub Edit(source, target, what, replacement, uncross, cross)
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          hidden(0).Name = "Hidden" : hidden(0).Value = True
          file = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
          If what &lt;&gt; "" Then
            change = file.createReplaceDescriptor()
            change.SearchString = what
            change.ReplaceString = replacement
            file.replaceAll(change)
          End If
          paragraphs = file.Text.createEnumeration()
          Do While paragraphs.hasMoreElements()
            paragraph = paragraphs.nextElement()
            If paragraph.supportsService("com.sun.star.text.Paragraph") Then
              Click(paragraph.createEnumeration(), uncross, False)
              Click(paragraph.createEnumeration(), cross, True)
            End If
          Loop
          Dim store(0) As New com.sun.star.beans.PropertyValue
          store(0).Name = "FilterName" : store(0).Value = "MS Word 2007 XML"
          file.storeToURL(target, store())
          file.close(True)
        End Sub

        Sub Click(portions, binding, state)
          Do While portions.hasMoreElements()
            portion = portions.nextElement()
            If portion.TextPortionType = "ContentControl" Then
              If portion.ContentControl.DataBindingXpath = binding Then portion.ContentControl.Checked = state
              Click(portion.ContentControl.createEnumeration(), binding, state)
            End If
          Loop
        End Sub
        </script:module>
        """;

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
