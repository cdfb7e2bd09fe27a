using KiemDiem.Docs.Tests.Support;
using static KiemDiem.Docs.Tests.TheThuc.TheRegulation;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>36-HD/VPTW, III.1.7 and 1.8: authority, title, name; room for hand and seal.</summary>
public static class SignatoryTests
{
    /// <summary>Half of the text, which is what a signatory has.</summary>
    private const double Half = TextWidth / 2;

    public static TheoryData<PrintedForm> Signed => With("quyenHanKy");

    public static TheoryData<PrintedForm> Titled => With("chucVuKy");

    /// <summary>Of two that sign side by side, the one on the left stands in the left half.</summary>
    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "1.7.2")]
    public static void Who_signs_stands_in_the_middle_of_the_right_half(PrintedForm form)
    {
        foreach (var paragraph in form.Of(Signature))
        {
            var column = paragraph.Word.Cell?.Column ?? 1;
            Assert.All(
                paragraph.Lines, line => Assert.Equal(Left + (Half * (column + 0.5)), line.Centre, Tolerance));
            Assert.Equal("center", paragraph.Word.Align);
            Assert.Equal(0, paragraph.Word.FirstLine);
            Assert.Equal(Half * (column + 0.5), paragraph.Word.Centre(TextWidth), Tolerance);
        }

        Assert.Contains(form.Of(Signature), paragraph => paragraph.Word.Cell is not { Column: 0 });
    }

    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "1.7.2")]
    public static void Who_signs_stands_below_the_body_authority_title_and_name_in_this_order(PrintedForm form)
    {
        foreach (var (above, below) in form.Paragraphs.Zip(form.Paragraphs.Skip(1)))
        {
            var isNextColumn = below.Word.Cell is { Column: 1 } && above.Word.Cell is { Column: 0 };
            if (isNextColumn || !Signature.Contains(below.Style))
                continue;
            var (last, first) = (above.Lines[^1], below.Lines[0]);
            Assert.True(
                first.Page > last.Page || first.Baseline > last.Baseline,
                $"'{below.Word.Text}' does not stand below '{above.Word.Text}'.");
            var before = Array.IndexOf(Signature, above.Style);
            Assert.True(
                before < Array.IndexOf(Signature, below.Style),
                $"'{below.Word.Text}' comes after '{above.Word.Text}'.");
        }
    }

    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "Phụ lục 3 (7)")]
    public static void The_authority_is_in_bold_upright_capitals_of_14_points(PrintedForm form) =>
        new Look(14, 14, Bold: true, Capitals: true).AssertOn(form.Of("quyenHanKy"));

    /// <summary>Only where the record has one: the forms themselves do not print the line.</summary>
    [Theory]
    [MemberData(nameof(Titled))]
    [Trait(Clause, "Phụ lục 3 (7)")]
    public static void The_title_of_the_signatory_is_in_light_upright_capitals_of_14_points(PrintedForm form) =>
        new Look(14, 14, Capitals: true).AssertOn(form.Paragraphs.Where(paragraph => paragraph.Style == "chucVuKy"));

    /// <summary>A name left for the pen is not printed.</summary>
    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "Phụ lục 3 (7)")]
    public static void The_name_of_the_signatory_is_bold_and_upright_of_14_points(PrintedForm form) =>
        new Look(14, 14, Bold: true).AssertOn(form.Paragraphs.Where(paragraph => paragraph.Style == "hoTenKy"));

    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "1.7.2")]
    public static void The_note_on_how_to_sign_is_in_italics_below_authority_and_title(PrintedForm form)
    {
        var notes = form.Of("ghiChuKy");
        new Look(14, 14, Italic: true).AssertOn(notes);
        Assert.All(notes, note =>
        {
            Assert.Matches(@"^\(.+\)$", note.Text);
            var above = form.Paragraphs.TakeWhile(paragraph => paragraph != note).Last();
            Assert.Contains(above.Style, (string[])["quyenHanKy", "chucVuKy"]);
            Assert.Equal(
                PdfReading.Mm(note.Word.Pitch), note.Lines[0].Baseline - above.Lines[^1].Baseline, Tolerance);
        });
    }

    /// <summary>The regulation shows the places and gives no measure; 25 mm hold a hand and a seal.</summary>
    [Theory]
    [MemberData(nameof(Signed))]
    [Trait(Clause, "1.7.2")]
    public static void There_is_room_for_hand_and_seal_above_the_name(PrintedForm form)
    {
        Assert.All(form.Of("ghiChuKy"), note => Assert.True(note.Word.After >= 25 / 25.4 * 72 - 0.05));
        foreach (var (note, name) in form.Paragraphs.Zip(form.Paragraphs.Skip(1)))
        {
            if (name.Style == "hoTenKy")
                Assert.True(name.Letters.Min(letter => letter.InkTop) - note.Lines[^1].Baseline >= 25);
        }
    }
}
