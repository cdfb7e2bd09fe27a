using KiemDiem.Docs.Tests.Support;
using static KiemDiem.Docs.Tests.TheThuc.TheRegulation;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>36-HD/VPTW, III.1.5: type of the document and subject; 1.9: to whom it goes.</summary>
public static class TypeAndSubjectTests
{
    public static TheoryData<PrintedForm> Typed => With("tenLoai");

    public static TheoryData<PrintedForm> Addressed => With("kinhGui");

    [Theory]
    [MemberData(nameof(Typed))]
    [Trait(Clause, "1.5.2")]
    public static void The_type_of_the_document_stands_centred_below_the_head(PrintedForm form)
    {
        AssertCentred(form.Of("tenLoai"));
        var type = form.Of("tenLoai")[0];
        Assert.All(form.Of(Head), above => Assert.True(above.Lines[^1].Baseline < type.Lines[0].Baseline));
        Assert.DoesNotContain(
            form.Word.Paragraphs.SkipWhile(paragraph => paragraph != type.Word),
            paragraph => Head.Contains(paragraph.Style));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    [Trait(Clause, "Phụ lục 3 (5)")]
    public static void The_type_of_the_document_is_in_bold_upright_capitals_of_15_or_16_points(PrintedForm form) =>
        new Look(15, 16, Bold: true, Capitals: true).AssertOn(form.Of("tenLoai"));

    [Theory]
    [MemberData(nameof(Typed))]
    [Trait(Clause, "1.5.2")]
    public static void The_subject_stands_centred_below_the_type(PrintedForm form)
    {
        var (type, subject) = (form.Of("tenLoai")[^1], form.Of("trichYeu")[0]);

        AssertCentred(form.Of("trichYeu"));
        Assert.InRange(subject.Lines[0].Baseline - type.Lines[^1].Baseline, PdfReading.Mm(18), PdfReading.Mm(24));
        Assert.Same(subject.Word, form.Word.Paragraphs.SkipWhile(one => one != type.Word).ElementAt(1));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    [Trait(Clause, "Phụ lục 3 (5)")]
    public static void The_subject_is_bold_and_upright_of_14_or_15_points(PrintedForm form) =>
        new Look(14, 15, Bold: true).AssertOn(form.Of("trichYeu"));

    [Theory]
    [MemberData(nameof(Addressed))]
    [Trait(Clause, "1.9.2")]
    public static void The_addressee_stands_below_the_subject(PrintedForm form)
    {
        var (subject, addressee) = (form.Of("trichYeu")[^1], Assert.Single(form.Of("kinhGui")));

        Assert.StartsWith("Kínhgửi:", addressee.Text, StringComparison.Ordinal);
        Assert.True(addressee.Lines[0].Baseline > subject.Lines[^1].Baseline);
        Assert.Same(addressee.Word, form.Word.Paragraphs.SkipWhile(one => one != subject.Word).ElementAt(1));
    }

    [Theory]
    [MemberData(nameof(Addressed))]
    [Trait(Clause, "Phụ lục 3 (9)")]
    public static void The_words_before_the_addressee_are_in_italics_of_14_points(PrintedForm form)
    {
        var addressee = Assert.Single(form.Of("kinhGui"));
        var look = new Look(14, 14, Italic: true);

        Assert.All(addressee.Letters.Take("Kínhgửi:".Length), look.AssertOn);
        look.AssertOn(addressee.Word.Runs[0]);
        Assert.Equal("Kính gửi:", addressee.Word.Runs[0].Text.Trim());
    }

    [Theory]
    [MemberData(nameof(Addressed))]
    [Trait(Clause, "Phụ lục 3 (9)")]
    public static void The_addressee_is_upright_of_14_points(PrintedForm form)
    {
        var addressee = Assert.Single(form.Of("kinhGui"));

        Assert.All(addressee.Letters.Skip("Kínhgửi:".Length), new Look(14).AssertOn);
        Assert.All(Look.Written(addressee).Skip(1), new Look(14).AssertOn);
    }

    private static void AssertCentred(IEnumerable<PrintedParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            Assert.All(paragraph.Lines, line => Assert.Equal(TextCentre, line.Centre, Tolerance));
            Assert.Equal(TextWidth / 2, paragraph.Word.Centre(TextWidth), Tolerance);
            Assert.Equal(0, paragraph.Word.FirstLine);
        }
    }
}
