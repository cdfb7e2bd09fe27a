using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Forms;

/// <summary>A small sound edition in a folder of its own, which a test then breaks.</summary>
internal sealed class DefinitionFolder : IDisposable
{
    private const string Edition = """
        {
          "edition": "2010",
          "title": "Thử",
          "inForce": { "from": "2010-01-01" },
          "legalBasis": [],
          "choiceLists": {
            "mucDo": [{ "value": "cao", "label": "Cao" }, { "value": "thap", "label": "Thấp" }]
          }
        }
        """;

    private const string Form = """
        {
          "form": "to-khai",
          "soMau": "Mẫu 1",
          "title": "Tờ khai",
          "sources": ["Bịa ra"],
          "fileName": ["hoTen"], "luuTru": { "doiTuong": "hoTen", "tenLoai": "Phiếu" },
          "fields": [
            { "field": "hoTen", "type": "text", "title": "Họ tên", "help": "Tên.", "example": "An" },
            { "field": "mucDo", "type": "choice", "title": "Mức", "help": "M.", "choices": "mucDo", "example": "cao" },
            { "field": "yKien", "type": "longText", "title": "Ý kiến", "help": "Ý.", "example": ["Tốt."] }
          ],
          "blocks": [
            { "block": "paragraph", "style": "tenPhieu", "text": "Tờ khai của {hoTen}" },
            { "block": "ratingRow", "field": "mucDo", "starts": ["0 mm", "40 mm"] },
            { "block": "longText", "field": "yKien", "lines": 2 }
          ]
        }
        """;

    private readonly TempFolder folder = new();

    public DefinitionFolder()
    {
        Write("2010/edition.json", Edition);
        Write("2010/to-khai.json", Form);
        Write("2010/the-thuc.json", File.ReadAllText(Path.Combine(TestEditions.Folder, "2001", "the-thuc.json")));
    }

    public string PathOf(string file) => Path.Combine(folder.Path, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Changes a file in one place, which must be there.</summary>
    public DefinitionFolder Change(string file, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Single(text.Split(old)[1..]);
        Write(file, text.Replace(old, @new, StringComparison.Ordinal));
        return this;
    }

    public FormLibrary Load() => FormLibrary.Load(folder.Path);

    /// <summary>The message with which the folder is refused, paths taken from the folder.</summary>
    public string Refusal() => Assert.Throws<BrokenDefinitionException>(Load).Message
        .Replace(folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
