using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.1: the bytes of the file.</summary>
public static class FileStructureTests
{
    /// <summary>Everything that PDF/A-3 or PDF/UA-1 forbids by its key, and what we have no use for.</summary>
    private static readonly string[] ForbiddenKeys =
    [
        "AA", "A", "JS", "JavaScript", "Encrypt", "FFilter", "FDecodeParms", "XFA", "NeedAppearances", "NeedsRendering",
        "OPI", "PS", "Ref", "Subtype2", "Alternates", "Interpolate", "TR", "TR2", "HTP", "HT", "BG", "UCR", "SMask",
        "ca", "CA", "BM", "Group", "ExtGState", "XObject", "Pattern", "Shading", "ColorSpace", "OCProperties",
        "AlternatePresentations", "PresSteps", "Requirements", "Perms", "CIDSet", "CharSet", "Suspects", "URI", "GoToE",
        "Launch", "Crypt", "DestOutputProfileRef", "CropBox", "Rotate", "OpenAction", "Differences", "Collection",
    ];

    private static readonly string[] Filters = ["FlateDecode"];

    private static readonly string[] Operators =
        ["BDC", "BMC", "EMC", "BT", "ET", "Tf", "Td", "Tj", "TJ", "q", "Q", "J", "w", "d", "m", "l", "re", "S"];

    [Fact]
    public static void The_file_begins_with_its_version_and_four_high_bytes() => PdfCases.Each(pdf =>
    {
        Assert.StartsWith("%PDF-1.7\n%", Encoding.Latin1.GetString(pdf.Bytes, 0, 10), StringComparison.Ordinal);
        Assert.All(pdf.Bytes[10..14], high => Assert.True(high > 127));
        Assert.Equal((byte)'\n', pdf.Bytes[14]);
    });

    [Fact]
    public static void The_trailer_has_two_identifiers_of_sixteen_bytes_taken_from_the_content()
    {
        var identifiers = new HashSet<string>();
        PdfCases.Each(pdf =>
        {
            var identifier = pdf.Items(pdf.Reader.Trailer, "ID").Cast<PdfString>().ToList();
            Assert.Equal(2, identifier.Count);
            Assert.Equal(16, identifier[0].Bytes.Length);
            Assert.Equal(identifier[0].Bytes.ToArray(), identifier[1].Bytes.ToArray());
            identifiers.Add(Convert.ToHexString(identifier[0].Bytes.Span));
        });
        Assert.Equal(PdfCases.All.Select(pdf => Convert.ToHexString(pdf.Bytes)).Distinct().Count(), identifiers.Count);
    }

    [Fact]
    public static void Nothing_follows_the_end_of_the_file_but_one_line_feed() => PdfCases.Each(pdf =>
    {
        var end = pdf.Bytes.AsSpan().LastIndexOf("%%EOF"u8);
        Assert.Equal("%%EOF\n"u8.ToArray(), pdf.Bytes[end..]);
        Assert.Equal(end, pdf.Bytes.AsSpan().IndexOf("%%EOF"u8));
    });

    [Fact]
    public static void Each_object_begins_and_ends_on_lines_of_its_own() => PdfCases.Each(pdf =>
    {
        foreach (var (number, offset) in Offsets(pdf))
        {
            var head = Encoding.ASCII.GetBytes(FormattableString.Invariant($"\n{number} 0 obj\n"));
            Assert.True(pdf.Bytes.AsSpan(offset - 1).StartsWith(head), $"object {number}");
            var end = pdf.Bytes.AsSpan(offset).IndexOf("\nendobj\n"u8);
            Assert.True(end > 0, $"object {number}");
        }
    });

    [Fact]
    public static void Streams_are_as_long_as_they_say_and_end_on_a_line_of_their_own() => PdfCases.Each(pdf =>
    {
        foreach (var (_, offset) in Offsets(pdf))
        {
            // The reader requires "endstream" right after the length; here the line ends around it are looked at.
            var parser = new PdfParser(pdf.Bytes, offset, new ReadBudget());
            if (IndirectObject.Read(parser, length => length as PdfNumber) is not PdfStream stream)
                continue;
            var end = parser.Lexer.Position;
            var start = end - "\nendstream".Length - stream.Raw.Length;
            Assert.Equal("stream\n", Encoding.Latin1.GetString(pdf.Bytes, start - 7, 7));
            Assert.Equal("\nendstream\nendobj\n", Encoding.Latin1.GetString(pdf.Bytes, end - 10, 18));
        }
    });

    [Fact]
    public static void The_only_filter_is_Flate_and_no_stream_lies_outside() => PdfCases.Each(pdf =>
    {
        Assert.All(pdf.Streams, stream =>
        {
            if (stream.Dictionary["Filter"] is not PdfNull)
                Assert.Contains(Assert.IsType<PdfName>(stream.Dictionary["Filter"]).Value, Filters);
            Assert.IsNotType<PdfString>(stream.Dictionary["F"]);
            Assert.IsNotType<PdfDictionary>(stream.Dictionary["F"]);
        });
    });

    [Fact]
    public static void No_forbidden_key_is_anywhere() => PdfCases.Each(pdf =>
    {
        // "A" is also where a structure element has its attributes.
        foreach (var dictionary in pdf.Dictionaries.Where(dictionary => dictionary["S"] is not PdfName))
            Assert.Empty(dictionary.Entries.Keys.Intersect(ForbiddenKeys));
    });

    [Fact]
    public static void Numbers_strings_and_names_stay_within_the_limits() => PdfCases.Each(pdf =>
    {
        Assert.True(pdf.Objects.Count < 8_388_607);
        foreach (var value in pdf.Dictionaries.SelectMany(dictionary => dictionary.Entries.Values).SelectMany(Flat))
        {
            switch (value)
            {
                case PdfNumber number:
                    Assert.InRange(number.Value, int.MinValue, int.MaxValue);
                    break;
                case PdfString text:
                    Assert.True(text.Bytes.Length < 32_768);
                    break;
                case PdfName name:
                    Assert.True(Encoding.UTF8.GetByteCount(name.Value) <= 127);
                    break;
            }
        }
    });

    [Fact]
    public static void Pages_are_neither_too_small_nor_too_large() => PdfCases.Each(pdf => Assert.All(pdf.Pages, page =>
    {
        var box = pdf.Items(page, "MediaBox").Cast<PdfNumber>().Select(number => number.Value).ToList();
        Assert.InRange(box[2] - box[0], 3, 14_400);
        Assert.InRange(box[3] - box[1], 3, 14_400);
    }));

    [Fact]
    public static void Pages_use_only_operators_of_PDF_and_name_their_own_resources() => PdfCases.Each(pdf =>
    {
        Assert.Empty(pdf.Operators.SelectMany(page => page).Select(op => op.Name).Distinct().Except(Operators));
        Assert.All(pdf.Pages, page => pdf.Get<PdfDictionary>(page, "Resources"));
    });

    [Fact]
    public static void Graphics_states_are_never_nested() => PdfCases.Each(pdf => Assert.All(pdf.Operators, page =>
    {
        var depth = 0;
        foreach (var op in page)
        {
            depth += op.Name == "q" ? 1 : op.Name == "Q" ? -1 : 0;
            Assert.InRange(depth, 0, 1);
        }

        Assert.Equal(0, depth);
    }));

    [Fact]
    public static void Qpdf_finds_no_fault_in_a_full_file()
    {
        using var folder = new TempFolder();
        var pdf = PdfCases.Sample("ban-kiem-diem-ca-nhan", "rat-dai");
        File.WriteAllBytes(folder.File("a.pdf"), pdf.Bytes);

        Assert.Contains(
            "No syntax or stream encoding errors",
            Tool.Run("qpdf", ["--check", folder.File("a.pdf")]),
            StringComparison.Ordinal);
    }

    private static IEnumerable<PdfValue> Flat(PdfValue value) =>
        value is PdfArray array ? array.Items.SelectMany(Flat) : [value];

    private static IEnumerable<(int Number, int Offset)> Offsets(ParsedPdf pdf) => CrossReferences
        .Read(pdf.Bytes, new ReadBudget()).Places
        .Where(place => place.Value.Kind == 1)
        .Select(place => (place.Key, place.Value.Where));
}
