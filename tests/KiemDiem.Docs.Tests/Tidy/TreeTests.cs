using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>The shape of the house: what may stand where, how large, and who may see whom.</summary>
public static partial class TreeTests
{
    private const int MaxLineLength = 120;
    private const int MaxFileLines = 400;
    private const int MaxFilesInFolder = 18;
    private const int MaxMethodLines = 60;

    private static readonly string[] TopLevel =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "BannedSymbols.txt", "Directory.Build.props",
        "Directory.Packages.props", "KiemDiem.Docs.sln", "README.md", "docs", "fonts", "form-templates", "global.json",
        "samples", "src", "tests",
    ];

    /// <summary>Who may name whom, room by room; a room may always name itself.</summary>
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Typesetting.Model"] = [],
        ["Typesetting.Fonts"] = ["Typesetting.Model"],
        ["Typesetting.Layout"] = ["Typesetting.Model", "Typesetting.Fonts"],
        ["Typesetting.Paint"] = ["Typesetting.Model", "Typesetting.Fonts", "Typesetting.Layout"],
        ["Typesetting.Pdf"] = ["Typesetting.Model", "Typesetting.Fonts", "Typesetting.Layout"],
        ["Typesetting.Docx"] = ["Typesetting.Model"],
        ["Problems"] = [],
        ["Text"] = [],
        ["Forms"] = ["Problems", "Typesetting.Model"],
        ["Data"] = ["Problems", "Text", "Forms"],
        ["Readback"] = ["Problems", "Text", "Forms", "Data", "Typesetting.Pdf.Reading", "Typesetting.Docx.Reading"],
        ["Compose"] = ["Forms", "Data", "Typesetting.Model", "Typesetting.Fonts"],
        ["Proof"] =
        [
            "Forms", "Data", "Typesetting.Model", "Typesetting.Fonts", "Typesetting.Layout", "Typesetting.Pdf.Reading",
        ],
        ["Batch.Storage"] = [],
        ["Batch.Sheets"] = ["Typesetting.Docx"],
        ["Batch.Sources"] = ["Problems", "Text", "Forms", "Data", "Batch.Sheets"],
        ["Batch.Naming"] = ["Problems", "Forms", "Data"],
        ["Batch.Results"] = ["Problems", "Batch", "Batch.Sources", "Batch.Storage"],
        ["Batch.Zips"] = [],
        ["Batch.Archive"] =
        [
            "Problems", "Forms", "Data", "Batch", "Batch.Results", "Batch.Storage", "Batch.Sheets",
            "Typesetting.Model", "Typesetting.Fonts", "Typesetting.Layout", "Typesetting.Pdf",
        ],
        ["Batch.Ledger"] = ["Problems", "Batch"],
        ["Batch.Work"] =
        [
            "", "Problems", "Forms", "Data", "Proof", "Batch", "Batch.Sources", "Batch.Naming", "Batch.Results",
            "Batch.Archive", "Batch.Storage", "Batch.Ledger", "Batch.Webhook", "Batch.Zips",
            "Batch.Work.Rendering", "Batch.Work.Slices",
        ],
        ["Batch.Engine"] =
        [
            "Problems", "Batch", "Batch.Storage", "Batch.Ledger", "Batch.Work",
        ],
        ["Batch.Webhook"] = ["Problems", "Batch"],
    };

    public static TheoryData<string> Rooms => [.. Doors.Keys];

    [Fact]
    public static void The_top_level_holds_what_it_should_and_nothing_else()
    {
        var top = Tracked(".").Select(file => file.Split('/')[0]).Distinct();
        Assert.Equal(TopLevel, top.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public static void A_room_names_only_the_rooms_below_it(string room)
    {
        var allowed = Doors[room].Append(room).Select(name => $"KiemDiem.Docs.{name}".TrimEnd('.')).ToHashSet();
        foreach (var file in Files(FolderOf(room)))
        {
            var named = Usings().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                .Where(name => name.StartsWith("KiemDiem.", StringComparison.Ordinal));
            Assert.All(named, name => Assert.True(allowed.Contains(name), $"{file} must not name {name}."));
        }
    }

    [Fact]
    public static void Every_folder_of_the_libraries_is_a_room_with_a_door()
    {
        string[] libraries = ["KiemDiem.Docs", "KiemDiem.Docs.Batch", "KiemDiem.Docs.Typesetting"];
        var folders = libraries
            .SelectMany(project => Directory.GetDirectories(Path.Combine(Repository.Root, "src", project)))
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"));
        Assert.Equal(Doors.Keys.Select(FolderOf).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("DocumentFormat.OpenXml", "KiemDiem.Docs.Typesetting/Docx", "KiemDiem.Docs.Batch/Sheets")]
    [InlineData("HarfBuzzSharp", "KiemDiem.Docs.Typesetting/Fonts")]
    [InlineData("SkiaSharp", "KiemDiem.Docs.Typesetting/Paint")]
    [InlineData("Microsoft.OpenApi", "KiemDiem.Docs.Api")]
    [InlineData("CsvHelper", "KiemDiem.Docs.Batch/Sources")]
    [InlineData("MiniExcelLibs", "KiemDiem.Docs.Batch/Sources")]
    [InlineData("Quartz", "KiemDiem.Docs.Batch/Engine")]
    [InlineData("Npgsql", "KiemDiem.Docs.Batch/Ledger")]
    [InlineData("Microsoft.Data.Sqlite", "KiemDiem.Docs.Batch/Ledger")]
    [InlineData("Amazon.", "KiemDiem.Docs.Batch/Storage")]
    [InlineData("System.IO.Hashing", "KiemDiem.Docs.Batch/Zips")]
    [InlineData("System.CommandLine", "KiemDiem.Docs.Cli")]
    [InlineData("Spectre.Console", "KiemDiem.Docs.Cli")]
    public static void A_library_is_named_in_its_room_only(string library, params string[] rooms)
    {
        var inside = rooms.Select(room => Path.Combine(Repository.Root, "src", room) + Path.DirectorySeparatorChar);
        var users = Files(Path.Combine(Repository.Root, "src"))
            .Where(file => File.ReadAllText(file).Contains("using " + library, StringComparison.Ordinal)
                || File.ReadAllText(file).Contains("= " + library, StringComparison.Ordinal))
            .ToList();

        Assert.All(inside, room => Assert.Contains(users, file => file.StartsWith(room, StringComparison.Ordinal)));
        Assert.All(users, file => Assert.Contains(inside, room => file.StartsWith(room, StringComparison.Ordinal)));
    }

    /// <summary>The web is known where the SDK of the project brings it in, and nowhere else.</summary>
    [Fact]
    public static void Only_the_service_is_built_with_ASP_NET()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal)
                || File.ReadAllText(file).Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal));
        Assert.Equal("KiemDiem.Docs.Api.csproj", Path.GetFileName(Assert.Single(projects)));
    }

    [Fact]
    public static void The_typesetter_has_never_heard_of_the_Party()
    {
        var words = new Regex(@"\b(MucXepLoai|ChiBo|DangBo|HoTen|NguoiKy|FormDefinition|kiểm điểm|xếp loại)\b");
        foreach (var file in Files(Path.Combine(Repository.Root, "src", "KiemDiem.Docs.Typesetting")))
            Assert.DoesNotMatch(words, File.ReadAllText(file));
    }

    /// <summary>Years, quotas, form names and regulations are data; a comment may tell whence a rule is.</summary>
    [Fact]
    public static void No_form_and_no_regulation_is_written_into_the_code()
    {
        var facts = new Regex(@"Mẫu 0\d|213-QĐ|21-HD|132-QĐ|ban-kiem-diem|bao-cao-kiem|phieu-|20 ?%|""2019""");
        foreach (var file in Files(Path.Combine(Repository.Root, "src")))
        {
            var code = File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.All(code, line => Assert.False(facts.IsMatch(line), $"{file}: {line.Trim()}"));
        }
    }

    [Fact]
    public static void Files_folders_and_lines_stay_small()
    {
        string[] roots = [Path.Combine(Repository.Root, "src"), Path.Combine(Repository.Root, "tests")];
        foreach (var file in roots.SelectMany(Files))
        {
            var lines = File.ReadAllLines(file);
            Assert.True(lines.Length <= MaxFileLines, $"{file} has {lines.Length} lines.");
            Assert.All(lines, line => Assert.True(line.Length <= MaxLineLength, $"{file}: too long: {line}"));
        }

        foreach (var folder in Files(Path.Combine(Repository.Root, "src")).GroupBy(file => Path.GetDirectoryName(file)))
            Assert.True(folder.Count() <= MaxFilesInFolder, $"{folder.Key} holds {folder.Count()} files.");
    }

    /// <summary>A method is what stands between a line of one indent with "(" and the "}" of the same indent.</summary>
    [Fact]
    public static void Methods_stay_short()
    {
        foreach (var file in Files(Path.Combine(Repository.Root, "src")))
        {
            var lines = File.ReadAllLines(file);
            var start = -1;
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i] == "    {")
                    start = i;
                else if (lines[i] == "    }" && start >= 0)
                    Assert.True(i - start <= MaxMethodLines, $"{file}:{start}: a body of {i - start} lines.");
            }
        }
    }

    [Fact]
    public static void A_namespace_is_its_folder()
    {
        foreach (var file in Files(Path.Combine(Repository.Root, "src")))
        {
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(file)!)
                .Replace(Path.DirectorySeparatorChar, '.');
            var text = File.ReadAllText(file);
            if (Path.GetFileName(file) != "Program.cs")
                Assert.Contains($"namespace {folder};", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static void Every_text_for_people_is_in_NFC_and_free_of_the_false_letter()
    {
        foreach (var folder in (string[])["src", "docs", "form-templates", "tests"])
        {
            foreach (var file in Tracked(folder))
            {
                if (Path.GetExtension(file) is not (".cs" or ".md" or ".json"))
                    continue;
                var text = File.ReadAllText(Path.Combine(Repository.Root, file));
                Assert.True(text.IsNormalized(System.Text.NormalizationForm.FormC), $"{file} is not in NFC.");
                if (folder == "form-templates")
                    Assert.DoesNotContain('\u01A3', text);
            }
        }
    }

    private static string[] Tracked(string folder) => Tool
        .Run("git", ["-c", "safe.directory=*", "-C", Repository.Root, "ls-files", folder])
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string FolderOf(string room)
    {
        string[] parts = room.Split('.');
        var project = parts.Length > 1 ? "KiemDiem.Docs." + parts[0] : "KiemDiem.Docs";
        return Path.Combine(Repository.Root, "src", project, parts[^1]);
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();
}
