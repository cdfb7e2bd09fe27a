using System.Globalization;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// Sets the two lists of contents on paper, by the words and columns of NĐ 30/2020/NĐ-CP, Phụ lục V, mục III and IV,
/// and the type and margins of an edition's thể thức; the page lies on its side, as 36-HD/VPTW, 4.3, allows for tables.
/// What no record tells (number and symbol, term of retention, who compiled the list) is left for the pen.
/// </summary>
internal sealed class ContentsDocument(TheThuc theThuc)
{
    private const string DocumentsTitle = "MỤC LỤC VĂN BẢN, TÀI LIỆU";
    private const string FilesTitle = "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU";
    private const int YearBlank = 8;
    private const int ShortBlank = 20;
    private const int LongBlank = 60;

    private static readonly Length Padding = Length.Mm(1);

    /// <summary>Keeps what follows off the lower line of the table: paragraphs have no space before.</summary>
    private static readonly Paragraph Gap = new(
        new ParagraphStyle(
            "sauBang", "sauBang", new TextStyle(Length.Pt(6)), new ParagraphFormat { LineHeight = Length.Pt(6) }),
        []);

    private readonly PageSetup page = theThuc.Page with { Width = theThuc.Page.Height, Height = theThuc.Page.Width };
    private readonly ParagraphStyle body = theThuc.ParagraphStyles[StyleIds.NoiDung];
    private readonly ParagraphStyle title = StyleOf(theThuc, "tieuDeMucLuc", SemanticRole.Title, Alignment.Centre);

    /// <summary>What is in one file.</summary>
    public Document Of(FileUnit unit)
    {
        var from = 1;
        var rows = unit.Documents.Select((document, index) => Row(document, index + 1, ref from)).ToList();
        var end = unit.PageTotal is { } pages
            ? $"Tổng số văn bản: {Number(rows.Count)}. Tổng số trang: {Number(pages)}."
            : $"Tổng số văn bản: {Number(rows.Count)}.";
        return Document(
            unit.Title is { } name ? $"Mục lục văn bản, tài liệu - {name}" : "Mục lục văn bản, tài liệu",
            unit.Date,
            [
                Title(DocumentsTitle),
                .. unit.TitleWithoutYear is { } heading ? [Subtitle(heading)] : Array.Empty<Block>(),
                Subtitle("Số, ký hiệu hồ sơ: ", ShortBlank),
                .. Year(unit.Nam),
                .. Table(ContentsColumn.OfDocuments, rows),
                Text(end, Alignment.Left),
            ]);
    }

    /// <summary>Which files there are.</summary>
    /// <param name="files">At least one.</param>
    /// <param name="first">The number of the first of them.</param>
    public Document Of(IReadOnlyList<ListedFile> files, int first)
    {
        var years = files.Select(file => file.Nam).Distinct().ToList();
        var rows = files.Select((file, index) => Row(file, first + index)).ToList();
        return Document(
            "Mục lục hồ sơ, tài liệu nộp lưu",
            files.Max(file => file.Date),
            [
                Title(FilesTitle),
                Subtitle(string.Empty, LongBlank),
                .. Year(years.Count == 1 ? years[0] : null),
                .. Table(ContentsColumn.OfFiles, rows),
                Text($"Mục lục này gồm: {Number(rows.Count)} hồ sơ (đơn vị bảo quản).", Alignment.Left),
                Blank("Viết bằng chữ: ", LongBlank, " hồ sơ (đơn vị bảo quản)."),
                Signature(),
            ]);
    }

    private static IReadOnlyList<string> Row(ArchivedDocument document, int ordinal, ref int from)
    {
        var entry = document.Entry;
        var subject = entry.TrichYeu is { } words ? $"{entry.TenLoai}: {words}" : entry.TenLoai;
        var pages = string.Empty;
        if (from > 0 && entry.SoTrang is { } count)
        {
            pages = count == 1 ? Number(from) : $"{Number(from)}-{Number(from + count - 1)}";
            from += count;
        }
        else
        {
            // Nobody knows on which page those begin that follow.
            from = 0;
        }

        return
        [
            Number(ordinal), string.Empty, ContentsColumn.Printed(entry.NgayVanBan), subject,
            entry.CoQuanBanHanh ?? entry.NguoiKy ?? string.Empty, pages, document.File,
        ];
    }

    private static IReadOnlyList<string> Row(ListedFile file, int ordinal) =>
    [
        Number(ordinal), string.Empty, file.Title ?? string.Empty, file.Span, string.Empty,
        file.PageTotal is { } pages ? Number(pages) : string.Empty, file.Path,
    ];

    private static IEnumerable<Block> Table(IReadOnlyList<ContentsColumn> columns, List<IReadOnlyList<string>> rows)
    {
        var head = Cell("dauCotMucLuc", Alignment.Centre, isBold: true);
        var numbers = columns.Select((_, index) => $"({Number(index + 1)})");
        var cells = columns.Select(column => Cell($"oMucLuc{column.Alignment}", column.Alignment)).ToList();
        yield return new Table(
            [.. columns.Select(column => column.Width)],
            [
                new TableRow([.. columns.Select(column => In(head, column.Title))]),
                new TableRow([.. numbers.Select(number => In(Cell("soCotMucLuc", Alignment.Centre), number))]),
                .. rows.Select(row => new TableRow([.. row.Select((text, index) => In(cells[index], text))])),
            ])
        {
            HeadingRows = 2,
            IsRuled = true,
        };
        yield return Gap;
    }

    private static IReadOnlyList<Block> In(ParagraphStyle style, string text) =>
        text.Length == 0 ? [] : [new Paragraph(style, [new TextRun(text, style.Text)])];

    private static ParagraphStyle Cell(string id, Alignment alignment, bool isBold = false) => new(
        id,
        id,
        new TextStyle(Length.Pt(12), isBold),
        new ParagraphFormat
        {
            Alignment = alignment,
            LeftIndent = Padding,
            RightIndent = Padding,
            SpaceAfter = Length.Pt(2),
            LineHeight = Length.Pt(15),
        });

    private static ParagraphStyle StyleOf(TheThuc theThuc, string id, SemanticRole role, Alignment alignment)
    {
        var body = theThuc.ParagraphStyles[StyleIds.NoiDung];
        var format = new ParagraphFormat
        {
            Alignment = alignment,
            LineHeight = body.Format.LineHeight,
            KeepWithNext = true,
        };
        return new ParagraphStyle(id, id, body.Text with { Bold = true }, format, Role: role);
    }

    private Paragraph Title(string text) => new(title, [new TextRun(text, title.Text with { Size = Length.Pt(15) })]);

    private Paragraph Subtitle(string text, int blank = 0) =>
        new(title, Inlines(text, blank, string.Empty, title.Text));

    /// <summary>The last line of the heading, and the stroke under it.</summary>
    private IEnumerable<Block> Year(int? year)
    {
        var text = "Năm " + year?.ToString(CultureInfo.InvariantCulture);
        yield return new Paragraph(title, Inlines(text, year is null ? YearBlank : 0, string.Empty, title.Text))
        {
            Format = title.Format with { SpaceAfter = Length.Pt(3) },
        };
        yield return new Rule(Length.Mm(30), Length.Pt(12));
    }

    private Paragraph Text(string text, Alignment alignment) => new(body, [new TextRun(text, body.Text)])
    {
        Format = Plain(alignment),
    };

    private Paragraph Blank(string before, int dots, string after) => new(body, Inlines(before, dots, after, body.Text))
    {
        Format = Plain(Alignment.Left),
    };

    private ParagraphFormat Plain(Alignment alignment) => new()
    {
        Alignment = alignment,
        SpaceAfter = body.Format.SpaceAfter,
        LineHeight = body.Format.LineHeight,
        KeepWithNext = true,
    };

    private static List<Inline> Inlines(string before, int dots, string after, TextStyle style)
    {
        var inlines = new List<Inline>();
        if (before.Length > 0)
            inlines.Add(new TextRun(before, style));
        if (dots > 0)
            inlines.Add(new DottedBlank(dots, style));
        if (after.Length > 0)
            inlines.Add(new TextRun(after, style));
        return inlines;
    }

    /// <summary>Whoever compiled the list signs it by hand.</summary>
    private Table Signature()
    {
        var italic = body.Text with { Italic = true };
        var half = page.TextWidth / 2;
        var centred = Plain(Alignment.Centre) with { SpaceAfter = Length.Zero };
        List<Inline> date =
        [
            new DottedBlank(16, italic), new TextRun(", ngày ", italic), new DottedBlank(9, italic),
            new TextRun(" tháng ", italic), new DottedBlank(6, italic), new TextRun(" năm ", italic),
            new DottedBlank(6, italic),
        ];
        return new Table(
            [half, page.TextWidth - half],
            [
                new TableRow(
                [
                    [],
                    [
                        new Paragraph(body, date) { Format = centred },
                        new Paragraph(body, [new TextRun("Người lập", body.Text with { Bold = true })])
                        {
                            Format = centred,
                        },
                        new Paragraph(body, [new TextRun("(Ký và ghi rõ họ và tên, chức vụ)", italic)])
                        {
                            Format = centred,
                        },
                    ],
                ]),
            ]);
    }

    private Document Document(string name, DateOnly date, IReadOnlyList<Block> blocks) => new()
    {
        Info = new DocumentInfo(name, "Mục lục", "vi-VN", date < DocumentDate.First ? DocumentDate.First : date),
        Page = page,
        FontFamily = theThuc.FontFamily,
        BodyStyle = body,
        PageNumberStyle = theThuc.ParagraphStyles[StyleIds.SoTrang],
        Styles = [.. theThuc.ParagraphStyles.Values],
        Blocks = blocks,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
