using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Archive;

public static class MetadataFileTests
{
    [Fact]
    public static void The_file_tells_what_the_record_tells_in_the_fields_of_the_decree()
    {
        var unit = Unit(Entries.Opinion);

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <hoSo>
              <FileCode>
                <OrganId />
                <FileCatalog>2022</FileCatalog>
                <FileNotation />
              </FileCode>
              <Title>Trường Tiểu học Hòa Bình, năm 2022</Title>
              <Maintenance />
              <Rights />
              <Creator />
              <Language>Tiếng Việt</Language>
              <StartDate>2022-11-07</StartDate>
              <EndDate>2022-11-07</EndDate>
              <DocTotal>1</DocTotal>
              <PageTotal>1</PageTotal>
              <Description />
              <vanBan tep="van-ban-1.pdf" sha256="SUM">
                <FileCode>
                  <OrganId />
                  <FileCatalog>2022</FileCatalog>
                  <FileNotation />
                </FileCode>
                <DocOrdinal>1</DocOrdinal>
                <TypeName>Phiếu xin ý kiến</TypeName>
                <CodeNumber />
                <CodeNotation />
                <IssuedDate>2022-11-07</IssuedDate>
                <OrganName>Đảng ủy (Chi ủy) Trung tâm Y tế huyện</OrganName>
                <Subject>Chi ủy nơi cư trú, Nguyễn Thị Hạnh</Subject>
                <Language>Tiếng Việt</Language>
                <PageAmount>1</PageAmount>
                <Description />
                <SignerInfo>
                  <Position>Bí thư</Position>
                  <FullName>Trần Văn Minh</FullName>
                </SignerInfo>
                <To>
                  <OrganId />
                  <OrganName>Chi ủy Chi bộ thôn Đông Thành, Đảng bộ xã Hòa Bình</OrganName>
                </To>
                <Priority />
                <IssuedAmount />
                <DueDate />
              </vanBan>
            </hoSo>

            """.ReplaceLineEndings("\n").Replace("SUM", Entries.Sum, StringComparison.Ordinal),
            Encoding.UTF8.GetString(MetadataFile.Xml(unit)));
    }

    public static TheoryData<string> Cases => [.. Units.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public static void The_XML_is_valid_by_the_schema(string which) =>
        Validate(XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(Units[which]))));

    [Theory]
    [InlineData("FullName", "x", 51)]
    [InlineData("Subject", "x", 501)]
    [InlineData("IssuedDate", "02/12/2022", 1)]
    [InlineData("DocOrdinal", "1000", 1)]
    [InlineData("PageTotal", "10000", 1)]
    public static void The_schema_refuses_what_the_decree_has_no_room_for(string field, string value, int times)
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(Unit(Entries.Opinion))));
        xml.Descendants(field).First().Value = string.Concat(Enumerable.Repeat(value, times));

        Assert.Throws<XmlSchemaValidationException>(() => Validate(xml));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public static void The_JSON_says_the_same_as_the_XML(string which)
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(Units[which])));
        using var json = JsonDocument.Parse(MetadataFile.Json(Units[which]));

        var said = new List<string>();
        Say(json.RootElement, string.Empty, said);

        Assert.Equal(Say(xml.Root!, string.Empty), said);
    }

    [Fact]
    public static void A_value_that_is_too_long_is_left_out_whole_and_noted()
    {
        var xml = Document(Entries.Opinion with { NguoiKy = new string('Ễ', 51), NoiNhan = new string('N', 201) });

        Assert.Empty(xml.Descendants("FullName").Single().Value);
        Assert.Empty(xml.Element("To")!.Element("OrganName")!.Value);
        Assert.Equal(
            "Họ và tên người ký dài quá 50 ký tự nên không ghi. Tên nơi nhận dài quá 200 ký tự nên không ghi.",
            xml.Element("Description")!.Value);
    }

    /// <summary>A letter of another plane is one character, and fifty of them fit.</summary>
    [Theory]
    [InlineData("Ễ")]
    [InlineData("𠄎")]
    public static void The_length_counts_characters(string letter) => Assert.NotEmpty(
        Document(Entries.Opinion with { NguoiKy = string.Concat(Enumerable.Repeat(letter, 50)) })
            .Descendants("FullName").Single().Value);

    [Fact]
    public static void A_document_of_a_thousand_pages_leaves_their_number_empty_and_noted()
    {
        var xml = Document(Entries.Opinion with { SoTrang = 1_000 });

        Assert.Empty(xml.Element("PageAmount")!.Value);
        Assert.Equal("Số trang lớn hơn 999 nên không ghi.", xml.Element("Description")!.Value);
    }

    [Fact]
    public static void A_date_that_is_not_complete_is_no_date()
    {
        var unit = Unit(
            Entries.Opinion with { NgayVanBan = "2022-11" },
            Entries.Opinion with { NgayVanBan = "2022-12-01" },
            Entries.Opinion with { NgayVanBan = null });
        var xml = XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(unit))).Root!;

        Assert.Equal(["", "2022-12-01", ""], xml.Descendants("IssuedDate").Select(date => date.Value));
        Assert.Equal("2022-12-01", xml.Element("StartDate")!.Value);
        Assert.Equal("2022-12-01", xml.Element("EndDate")!.Value);
    }

    [Fact]
    public static void What_the_documents_do_not_agree_on_stays_empty()
    {
        var unit = Unit(
            Entries.Review("Nguyễn Văn An", 2021), Entries.Review("Trần Thị Bình", 2022) with { SoTrang = null });
        var xml = XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(unit))).Root!;

        Assert.Empty(xml.Element("FileCode")!.Element("FileCatalog")!.Value);
        Assert.Equal("Trường Tiểu học Hòa Bình", xml.Element("Title")!.Value);
        Assert.Empty(xml.Element("PageTotal")!.Value);
    }

    private static Dictionary<string, FileUnit> Units { get; } = new()
    {
        ["one"] = Unit(Entries.Opinion),
        ["markup"] = Unit(Entries.Review("Nguyễn <b>&amp; \"Văn\" 'An'")),
        ["nothing"] = Unit(new ArchiveEntry { TenLoai = "Phiếu nhận xét" }),
        ["too long"] = Unit(Entries.Review(new string('A', 600)) with { CoQuanBanHanh = new string('B', 300) }),
        ["full"] = new FileUnit("2022/A", 2, [.. Enumerable.Range(1, 999).Select(number =>
            Entries.Document(Entries.Review("Nguyễn Văn An"), number))]),
    };

    private static FileUnit Unit(params ArchiveEntry[] entries) => new(
        "2022/A", null, [.. entries.Select((entry, index) => Entries.Document(entry, index + 1))]);

    private static XElement Document(ArchiveEntry entry) =>
        XDocument.Parse(Encoding.UTF8.GetString(MetadataFile.Xml(Unit(entry)))).Root!.Element("vanBan")!;

    private static void Validate(XDocument xml)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(
            Path.Combine(Repository.Root, "src", "KiemDiem.Docs.Batch", "Archive", "ho-so.xsd"));
        schemas.Add(null, schema);
        xml.Validate(schemas, null);
    }

    private static IEnumerable<string> Say(XElement element, string path) => element
        .Attributes().Select(attribute => $"{path}/{attribute.Name}={attribute.Value}")
        .Concat(element.Elements().SelectMany(child => child.HasElements
            ? Say(child, $"{path}/{child.Name}")
            : [$"{path}/{child.Name}={child.Value}"]));

    private static void Say(JsonElement value, string path, List<string> said)
    {
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{path}/{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
                Say(property.Value, place, said);
            else if (property.Value.ValueKind == JsonValueKind.Array)
                property.Value.EnumerateArray().ToList().ForEach(item => Say(item, place, said));
            else
                said.Add($"{place}={property.Value}");
        }
    }
}
