using System.Globalization;
using KiemDiem.Docs.Tests.Support;
using static KiemDiem.Docs.Tests.TheThuc.TheRegulation;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>36-HD/VPTW, III.1.1, 1.2 and 1.4: title, names of the bodies, place and date.</summary>
public static class HeadTests
{
    public static TheoryData<PrintedForm> Titled => With("tieuDe");

    public static TheoryData<PrintedForm> Subordinate => With("coQuanCapTren");

    public static TheoryData<PrintedForm> Issued => With("coQuanBanHanh");

    public static TheoryData<PrintedForm> OfCells => WithWords("coQuanBanHanh", "CHI BỘ");

    public static TheoryData<PrintedForm> Starred => With("dauSao");

    public static TheoryData<PrintedForm> Placed => With("diaDanhNgayThang");

    /// <summary>Days and months on both sides of the limits: 10 for a day, 3 for a month.</summary>
    public static TheoryData<PrintedForm> Dated =>
        On("2022-01-09", "2022-02-10", "2022-03-01", "2022-04-05", "2022-09-30", "2022-10-09", "2022-12-31");

    [Theory]
    [MemberData(nameof(Titled))]
    [Trait(Clause, "1.1.2")]
    public static void The_title_stands_at_the_right_of_the_first_page_above_all_but_the_number_of_the_form(
        PrintedForm form)
    {
        var title = Assert.Single(form.Of("tieuDe"));
        var line = Assert.Single(title.Lines);

        Assert.Equal("ĐẢNGCỘNGSẢNVIỆTNAM", line.Text);
        Assert.Equal("ĐẢNG CỘNG SẢN VIỆT NAM", title.Word.Text);
        Assert.Equal(1, line.Page);
        Assert.InRange(line.Left, TextCentre, Width - Right);
        Assert.InRange(line.Right, TextCentre, Width - Right);
        Assert.True(title.Word.Cell is { Column: 1 });
        Assert.All(
            form.Paragraphs.Where(other => other.Lines[0].Page == 1 && other.Lines[0].Baseline < line.Baseline - 0.01),
            above => Assert.Equal("soMau", above.Style));
    }

    [Theory]
    [MemberData(nameof(Titled))]
    [Trait(Clause, "Phụ lục 3 (1)")]
    public static void The_title_is_in_bold_upright_capitals_of_15_points(PrintedForm form) =>
        new Look(15, 15, Bold: true, Capitals: true).AssertOn(form.Of("tieuDe"));

    /// <summary>In the Word file it is the upper border of a paragraph, so long as its indents leave it.</summary>
    [Theory]
    [MemberData(nameof(Titled))]
    [Trait(Clause, "1.1.2")]
    public static void A_solid_rule_exactly_as_long_as_the_title_stands_below_it(PrintedForm form)
    {
        var title = Assert.Single(form.Of("tieuDe"));
        var line = Assert.Single(title.Lines);
        var rule = Assert.Single(form.Pdf.Pages[0].Strokes, stroke => stroke is { IsLevel: true, IsDotted: false });
        Assert.Equal(line.Left, rule.Left, Tolerance);
        Assert.Equal(line.Right, rule.Right, Tolerance);
        Assert.InRange(rule.Top, line.Baseline, line.Baseline + PdfReading.Mm(6));

        var after = form.Word.Paragraphs.SkipWhile(paragraph => paragraph != title.Word).ElementAt(1);
        Assert.Equal("single", after.UpperBorder?.Val?.InnerText);
        Assert.Equal(title.Word.Cell!.Column, after.Cell!.Column);
        var start = Left + after.Cell.Start + after.Left;
        Assert.Equal(line.Left, start, Tolerance);
        Assert.Equal(line.Right, start + after.Cell.Width - after.Left - after.Right, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Subordinate))]
    [Trait(Clause, "1.2.2")]
    public static void The_names_of_the_bodies_stand_at_the_left_from_the_line_of_the_title_on(PrintedForm form)
    {
        var title = Assert.Single(Assert.Single(form.Of("tieuDe")).Lines);
        var names = form.Of(Bodies);
        var lines = names.SelectMany(name => name.Lines).ToList();

        Assert.Equal("coQuanCapTren", names[0].Style);
        Assert.Equal(title.Baseline, lines[0].Baseline, 0.05);
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second.Baseline > pair.First.Baseline + 5));
        Assert.All(lines, line => Assert.InRange(line.Left, Left - 0.01, title.Left));
        Assert.All(lines, line => Assert.InRange(line.Right, Left, title.Left - 1));
        Assert.All(names, name => Assert.True(name.Word.Cell is { Column: 0 }));
    }

    [Theory]
    [MemberData(nameof(Subordinate))]
    [Trait(Clause, "Phụ lục 3 (2)")]
    public static void The_superior_body_is_in_light_upright_capitals_of_14_points(PrintedForm form) =>
        new Look(14, 14, Capitals: true).AssertOn(form.Of("coQuanCapTren"));

    [Theory]
    [MemberData(nameof(Issued))]
    [Trait(Clause, "Phụ lục 3 (2)")]
    public static void The_issuing_body_is_in_bold_upright_capitals_of_14_points(PrintedForm form) =>
        new Look(14, 14, Bold: true, Capitals: true).AssertOn(form.Of("coQuanBanHanh"));

    [Theory]
    [MemberData(nameof(Issued))]
    [Trait(Clause, "1.2.2")]
    public static void The_superior_body_stands_above_the_issuing_body(PrintedForm form)
    {
        var (superior, issuing) = (form.Of("coQuanCapTren")[^1], form.Of("coQuanBanHanh")[0]);

        Assert.Equal(
            superior.Lines[^1].Baseline + PdfReading.Mm(superior.Word.Pitch), issuing.Lines[0].Baseline, Tolerance);
        Assert.Same(issuing.Word, form.Word.Paragraphs.SkipWhile(one => one != superior.Word).ElementAt(1));
    }

    [Theory]
    [MemberData(nameof(OfCells))]
    [Trait(Clause, "1.2.1.b")]
    public static void The_name_of_a_chi_bo_stands_in_bold_capitals_between_its_superior_body_and_the_star(
        PrintedForm form)
    {
        var names = form.Of(Bodies);
        var (superior, cell) = (names[0], names[1]);

        Assert.Equal(3, names.Count);
        Assert.StartsWith("CHIBỘ", cell.Text, StringComparison.Ordinal);
        Assert.Equal("*", names[2].Text);
        Assert.True(cell.Lines[0].Baseline > superior.Lines[^1].Baseline);
        new Look(14, 14, Capitals: true).AssertOn([superior]);
        new Look(14, 14, Bold: true, Capitals: true).AssertOn([cell]);
    }

    /// <summary>A row of dots has a space before it that its dots are centred without.</summary>
    [Theory]
    [MemberData(nameof(Starred))]
    [Trait(Clause, "1.2.2")]
    public static void A_star_stands_centred_below_the_issuing_body(PrintedForm form)
    {
        var issuing = form.Of("coQuanBanHanh")[^1];
        var star = Assert.Single(form.Of("dauSao"));
        var line = Assert.Single(star.Lines);

        Assert.Equal("*", line.Text);
        Assert.All(
            issuing.Lines.Where(name => name.Letters.Count > 0),
            name => Assert.Equal(name.Centre, line.Centre, Tolerance));
        Assert.InRange(line.Baseline - issuing.Lines[^1].Baseline, 5, PdfReading.Mm(24));
        Assert.Equal("*", star.Word.Text);
        Assert.Equal("center", star.Word.Align);
        Assert.Same(star.Word, form.Word.Paragraphs.SkipWhile(one => one != issuing.Word).ElementAt(1));
        if (issuing.Lines.All(name => name.Letters.Count > 0))
            Assert.Equal(issuing.Word.Centre(TextWidth), star.Word.Centre(TextWidth), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Placed))]
    [Trait(Clause, "1.4.2")]
    public static void Place_and_date_stand_below_the_rule_in_the_middle_of_the_title(PrintedForm form)
    {
        var title = Assert.Single(form.Of("tieuDe"));
        var place = Assert.Single(form.Of("diaDanhNgayThang"));

        Assert.All(place.Lines, line => Assert.Equal(title.Lines[0].Centre, line.Centre, Tolerance));
        Assert.InRange(place.Lines[0].Baseline - title.Lines[0].Baseline, PdfReading.Mm(18), PdfReading.Mm(36));
        Assert.True(place.Word.Cell is { Column: 1 });
        Assert.Equal(title.Word.Centre(TextWidth), place.Word.Centre(TextWidth), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Placed))]
    [Trait(Clause, "Phụ lục 3 (4)")]
    public static void Place_and_date_are_in_italics_of_14_points(PrintedForm form) =>
        new Look(14, 14, Italic: true).AssertOn(form.Of("diaDanhNgayThang"));

    [Theory]
    [MemberData(nameof(Placed))]
    [Trait(Clause, "1.4.2")]
    public static void A_comma_follows_the_place_and_day_month_and_year_are_called_by_name(PrintedForm form)
    {
        var line = Assert.Single(form.Of("diaDanhNgayThang"));

        Assert.Matches(@"^[^,]*,ngày(\d\d)?tháng(\d\d?)?năm(\d{4})?$", line.Text);
        Assert.Matches(@"^[^,]*, ngày\s+(\d\d\s+)?tháng\s+(\d\d?\s+)?năm\s*(\d{4})?$", line.Word.Text);
    }

    [Theory]
    [MemberData(nameof(Dated))]
    [Trait(Clause, "1.4.2")]
    public static void Days_below_10_and_months_below_3_have_a_zero_before_them_and_no_others(PrintedForm form)
    {
        var date = DateOnly.ParseExact(form.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (day, month) = (date.Day < 10 ? $"0{date.Day}" : $"{date.Day}", date.Month < 3 ? "0" : string.Empty);
        var line = Assert.Single(form.Of("diaDanhNgayThang"));

        Assert.EndsWith($",ngày{day}tháng{month}{date.Month}năm{date.Year}", line.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            $", ngày {day} tháng {month}{date.Month} năm {date.Year}",
            line.Word.Text.Replace('\u00A0', ' '),
            StringComparison.Ordinal);
    }
}
