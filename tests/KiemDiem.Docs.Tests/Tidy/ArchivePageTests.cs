using System.Xml.Linq;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Batch.Archive;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Tidy;

/// <summary>docs/luu-tru.md lists what is written and what the definitions tell.</summary>
public static class ArchivePageTests
{
    private const string Absent = "–";

    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    private static readonly MarkdownFile Page = MarkdownFile.Of("docs/luu-tru.md");

    [Theory]
    [InlineData("## Trường của hồ sơ", "hoSo")]
    [InlineData("## Trường của văn bản", "document")]
    public static void The_fields_types_and_lengths_are_those_of_the_schema(string heading, string type)
    {
        var file = Path.Combine(Repository.Root, "src", "KiemDiem.Docs.Batch", "Archive", "ho-so.xsd");
        var schema = XDocument.Load(file).Root!;
        var start = schema.Elements().Single(element => (string?)element.Attribute("name") == type);

        Assert.Equal(
            Fields(schema, start, string.Empty),
            Page.Rows(heading).Select(row => $"{row[0]} {row[1]} {row[2]}"));
    }

    [Fact]
    public static void The_fields_are_those_that_are_written()
    {
        var document = Entries.Document(Entries.Opinion);
        var unit = new FileUnit("A", null, [document]);

        Assert.Equal(Names(Metadata.Of(unit)), Page.Rows("## Trường của hồ sơ").Select(row => row[0]));
        Assert.Equal(Names(Metadata.Of(document, 1)), Page.Rows("## Trường của văn bản").Select(row => row[0]));
    }

    /// <summary>What the page calls empty is empty, whatever a record tells; what it does not, can be told.</summary>
    [Fact]
    public static void What_is_left_empty_is_called_so()
    {
        var document = Entries.Document(Entries.Opinion with { NguoiKy = new string('A', 51) });
        var other = Entries.Document(Entries.Opinion);
        var told = Values(Metadata.Of(document, 1)).Concat(Values(Metadata.Of(other, 1))).ToHashSet();

        Assert.All(Page.Rows("## Trường của văn bản"), row => Assert.NotEqual(
            row[3].StartsWith("để trống", StringComparison.Ordinal), told.Contains(row[0])));
    }

    [Fact]
    public static void What_a_form_tells_stands_in_its_definition()
    {
        string[] columns =
            ["tenLoai", "trichYeu", "coQuanBanHanh", "ngayVanBan", "nguoiKy", "chucVuNguoiKy", "noiNhan"];
        Assert.Contains($"| Mẫu | {string.Join(" | ", columns.Select(name => $"`{name}`"))} |", Page.Text);

        Assert.Equal(
            Engine.Renderer.Forms.Forms.Select(form => string.Join(" | ", Told(form))),
            Page.Rows("## Mẫu nào cho biết gì").Select(row => string.Join(" | ", row)));
    }

    private static IEnumerable<string> Told(FormDefinition form)
    {
        var told = form.LuuTru;
        return new[]
        {
            form.Id, told.TenLoai, string.Join(", ", told.TrichYeu), told.CoQuanBanHanh, told.NgayVanBan, told.NguoiKy,
            told.ChucVuNguoiKy, told.NoiNhan,
        }.Select(value => value ?? Absent);
    }

    private static IEnumerable<string> Names(IEnumerable<MetadataField> fields) => fields.SelectMany(field =>
        field.Fields.Count == 0 ? [field.Name] : Names(field.Fields).Select(name => $"{field.Name}/{name}"));

    private static IEnumerable<string> Values(IEnumerable<MetadataField> fields) => fields.SelectMany(field =>
        field.Fields.Count == 0
            ? field.Value is null ? [] : [field.Name]
            : Values(field.Fields).Select(name => $"{field.Name}/{name}"));

    private static IEnumerable<string> Fields(XElement schema, XElement within, string path)
    {
        foreach (var element in Children(within).Where(child => (string?)child.Attribute("type") != "document"))
        {
            var name = path + (string)element.Attribute("name")!;
            var type = (string?)element.Attribute("type");
            var group = type is null
                ? element
                : schema.Elements(Xsd + "complexType")
                    .SingleOrDefault(known => (string)known.Attribute("name")! == type);
            if (group is not null)
            {
                foreach (var field in Fields(schema, group, name + "/"))
                    yield return field;
                continue;
            }

            yield return $"{name} {Described(type!)}";
        }
    }

    private static IEnumerable<XElement> Children(XElement type) =>
        type.DescendantsAndSelf(Xsd + "sequence").First().Elements(Xsd + "element");

    private static string Described(string type) => type switch
    {
        "date" => "ngày 10",
        _ when type.StartsWith("text", StringComparison.Ordinal) => "chuỗi " + type["text".Length..],
        _ => "số " + type["number".Length..],
    };
}
