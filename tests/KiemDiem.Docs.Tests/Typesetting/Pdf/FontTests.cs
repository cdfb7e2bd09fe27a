using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.2.11 and ISO 14289-1, 7.21: fonts, and that every shown character has a meaning.</summary>
public static class FontTests
{
    [Fact]
    public static void Fonts_are_whole_dictionaries_of_the_kinds_that_are_allowed() => PdfCases.Each(pdf =>
    {
        Assert.NotEmpty(pdf.Fonts);
        Assert.All(pdf.Fonts, font =>
        {
            var (descendant, descriptor) = PartsOf(pdf, font);
            Assert.Equal("Font", pdf.Get<PdfName>(font, "Type").Value);
            Assert.Equal("Font", pdf.Get<PdfName>(descendant, "Type").Value);
            Assert.Equal("CIDFontType2", pdf.Get<PdfName>(descendant, "Subtype").Value);
            Assert.Equal("Identity-H", pdf.Get<PdfName>(font, "Encoding").Value);
            var name = pdf.Get<PdfName>(font, "BaseFont").Value;
            Assert.Matches(@"^[A-Z]{6}\+LiberationSerif", name);
            Assert.Equal(name, pdf.Get<PdfName>(descendant, "BaseFont").Value);
            Assert.Equal(name, pdf.Get<PdfName>(descriptor, "FontName").Value);
        });
    });

    [Fact]
    public static void Codes_are_glyph_numbers() => PdfCases.Each(pdf => Assert.All(pdf.Fonts, font =>
        Assert.Equal("Identity", pdf.Get<PdfName>(PartsOf(pdf, font).Descendant, "CIDToGIDMap").Value)));

    [Fact]
    public static void Font_programs_are_embedded_with_the_tables_a_reader_needs() => PdfCases.Each(pdf =>
        Assert.All(pdf.Fonts, font =>
        {
            var stream = pdf.Get<PdfStream>(PartsOf(pdf, font).Descriptor, "FontFile2");
            var program = pdf.Decode(stream);
            Assert.Equal(program.Length, pdf.Get<PdfNumber>(stream.Dictionary, "Length1").Whole);
            foreach (var table in (string[])["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
                Assert.False(Table(program.Span, table).IsEmpty, table);
        }));

    [Fact]
    public static void Every_shown_code_has_a_glyph_that_is_not_notdef() => PdfCases.Each(pdf =>
    {
        foreach (var (font, code) in ShownCodes(pdf))
        {
            var program = Program(pdf, font);
            var glyphs = BinaryPrimitives.ReadUInt16BigEndian(Table(program, "maxp")[4..]);
            Assert.InRange(code, 1, glyphs - 1);
        }
    });

    [Fact]
    public static void Widths_are_those_of_the_font_program() => PdfCases.Each(pdf => Assert.All(pdf.Fonts, font =>
    {
        var program = Program(pdf, font);
        var unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Table(program, "head")[18..]);
        var metrics = Table(program, "hmtx");
        var widths = pdf.Items(PartsOf(pdf, font).Descendant, "W").ToList();
        Assert.Equal(0, ((PdfNumber)widths[0]).Whole);
        var listed = ((PdfArray)widths[1]).Items;
        for (var code = 0; code < listed.Count; code++)
        {
            var advance = BinaryPrimitives.ReadUInt16BigEndian(metrics[(4 * code)..]) * 1000.0 / unitsPerEm;
            Assert.Equal(advance, ((PdfNumber)listed[code]).Value, 0.01);
        }
    }));

    [Fact]
    public static void Every_shown_code_has_a_width() => PdfCases.Each(pdf =>
    {
        foreach (var (font, code) in ShownCodes(pdf))
        {
            var widths = pdf.Items(PartsOf(pdf, font).Descendant, "W").ToList();
            Assert.True(code < ((PdfArray)widths[1]).Items.Count);
        }
    });

    [Fact]
    public static void Every_shown_code_maps_to_Unicode() => PdfCases.Each(pdf =>
    {
        var maps = pdf.Fonts.ToDictionary(font => font, font => ToUnicode(pdf, font));
        foreach (var (font, code) in ShownCodes(pdf))
            Assert.True(maps[font].ContainsKey(code), $"code {code}");
    });

    [Fact]
    public static void No_code_maps_to_nothing_or_to_a_private_character() => PdfCases.Each(pdf =>
        Assert.All(pdf.Fonts.SelectMany(font => ToUnicode(pdf, font).Values), text =>
        {
            Assert.NotEmpty(text);
            Assert.DoesNotContain(text, c => c is '\0' or '\uFEFF' or '\uFFFE'
                || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse);
        }));

    private static (PdfDictionary Descendant, PdfDictionary Descriptor) PartsOf(ParsedPdf pdf, PdfDictionary font)
    {
        var descendant = Assert.IsType<PdfDictionary>(Assert.Single(pdf.Items(font, "DescendantFonts")));
        return (descendant, pdf.Get<PdfDictionary>(descendant, "FontDescriptor"));
    }

    private static ReadOnlySpan<byte> Program(ParsedPdf pdf, PdfDictionary font) =>
        pdf.Decode(pdf.Get<PdfStream>(PartsOf(pdf, font).Descriptor, "FontFile2")).Span;

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> program, string tag)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(program[4..]); i++)
        {
            var entry = program.Slice(12 + (16 * i), 16);
            if (Encoding.ASCII.GetString(entry[..4]) == tag)
            {
                return program.Slice(
                    BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            }
        }

        return [];
    }

    /// <summary>Each code that a page shows, once for each font.</summary>
    private static HashSet<(PdfDictionary Font, int Code)> ShownCodes(ParsedPdf pdf)
    {
        var shown = new HashSet<(PdfDictionary, int)>();
        for (var i = 0; i < pdf.Pages.Count; i++)
        {
            var fonts = pdf.Get<PdfDictionary>(pdf.Get<PdfDictionary>(pdf.Pages[i], "Resources"), "Font");
            PdfDictionary? font = null;
            foreach (var op in pdf.Operators[i])
            {
                if (op.Name == "Tf")
                    font = pdf.Get<PdfDictionary>(fonts, ((PdfName)op.Operands[0]).Value);
                var strings = op.Name switch
                {
                    "Tj" => op.Operands,
                    "TJ" => ((PdfArray)op.Operands[0]).Items,
                    _ => [],
                };
                foreach (var text in strings.OfType<PdfString>())
                {
                    for (var at = 0; at < text.Bytes.Length; at += 2)
                        shown.Add((font!, BinaryPrimitives.ReadUInt16BigEndian(text.Bytes.Span[at..])));
                }
            }
        }

        Assert.NotEmpty(shown);
        return shown;
    }

    /// <summary>The lines "&lt;0001&gt;&lt;0041&gt;" of a ToUnicode map.</summary>
    private static Dictionary<int, string> ToUnicode(ParsedPdf pdf, PdfDictionary font)
    {
        var map = new Dictionary<int, string>();
        var lines = Encoding.ASCII.GetString(pdf.Decode(pdf.Get<PdfStream>(font, "ToUnicode")).Span).Split('\n');
        foreach (var line in lines.Where(line => line.StartsWith('<') && line.Contains("><", StringComparison.Ordinal)))
        {
            var parts = line.Trim('<', '>').Split("><");
            var code = int.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            map.Add(code, Encoding.BigEndianUnicode.GetString(Convert.FromHexString(parts[1])));
        }

        return map;
    }
}
