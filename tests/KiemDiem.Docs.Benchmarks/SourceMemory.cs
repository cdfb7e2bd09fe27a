using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using KiemDiem.Docs.Batch.Sources;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>
/// Reads a source of many records, each with a text of its own, and tells how fast and with how much memory: one
/// format in one process, so that the peak is that format's.
/// </summary>
internal static class SourceMemory
{
    private const string Form = "ban-kiem-diem-ca-nhan";
    private const string Words = "nghiêm túc kiểm điểm trách nhiệm cá nhân trước tập thể chi bộ ";

    private static readonly string[] Headers = ["Mẫu", "Họ và tên", "Năm kiểm điểm", "Nguyên nhân"];

    /// <param name="format">"ndjson", "json", "csv" or "xlsx".</param>
    /// <param name="count">Records.</param>
    /// <param name="encoding">How they are read.</param>
    public static void Print(string format, int count, TextEncoding encoding)
    {
        var folder = Directory.CreateTempSubdirectory("kiemdiem-sources-");
        try
        {
            var path = Path.Combine(folder.FullName, "a." + format);
            using (var target = File.Create(path))
                Write(format, count, target);
            Say($"{format}: {count} records, {new FileInfo(path).Length >> 20} MB");
            Read(path, count, new SourceOptions { Encoding = encoding });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Read(string path, int count, SourceOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var number = 0;
        foreach (var record in SourceReader.Open(path, options, Records.Renderer.Forms).Records)
        {
            if (record.Problems.Count > 0)
                throw new InvalidDataException($"{record.Place}: {record.Problems[0].Code}");
            number++;
            if (number == count / 10 || number == count / 2 || number == count)
                SayMemory(number);
        }

        if (number != count)
            throw new InvalidDataException($"{number} records.");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Say($"  {seconds:0.0} s, {number / seconds:0} records a second");
    }

    private static void SayMemory(int number)
    {
        using var process = Process.GetCurrentProcess();
        var (resident, highest) = (process.WorkingSet64 >> 20, process.PeakWorkingSet64 >> 20);
        Say($"  after {number}: resident {resident} MB, highest {highest} MB");
    }

    private static string TextOf(int number) => string.Create(
        CultureInfo.InvariantCulture, $"Số {number}: {Words}{number} {Words}{number} {Words}{number} {Words}");

    private static void Write(string format, int count, Stream target)
    {
        if (format == "xlsx")
        {
            WriteWorkbook(count, target);
            return;
        }

        using var text = new StreamWriter(target, new UTF8Encoding(false), 1 << 16);
        text.Write(format switch { "csv" => string.Join(',', Headers) + "\n", "json" => "[\n", _ => string.Empty });
        for (var i = 0; i < count; i++)
        {
            text.Write(format == "csv"
                ? $"{Form},Nguyễn Văn A,2022,\"{TextOf(i)}\"\n"
                : $$"""{"form":"{{Form}}","hoTen":"Nguyễn Văn A","namKiemDiem":2022,"nguyenNhan":"{{TextOf(i)}}"}""");
            if (format != "csv")
                text.Write(format == "json" && i < count - 1 ? ",\n" : "\n");
        }

        text.Write(format == "json" ? "]" : string.Empty);
    }

    /// <summary>As Excel writes it, every text in the table of shared strings; ours writes none.</summary>
    private static void WriteWorkbook(int count, Stream target)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var zip = new ZipArchive(target, ZipArchiveMode.Create);
        Part("[Content_Types].xml", text => text.Write(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}worksheet+xml\"/>"
            + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/></Types>"));
        Part("_rels/.rels", text => text.Write(
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"a\" "
            + $"Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        Part("xl/workbook.xml", text => text.Write(
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"a\"/>"
            + "</sheets></workbook>"));
        Part("xl/_rels/workbook.xml.rels", text => text.Write(
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"a\" Type=\"{Relations}/worksheet\" "
            + $"Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"{Relations}/sharedStrings\" "
            + "Target=\"sharedStrings.xml\"/></Relationships>"));
        Part("xl/sharedStrings.xml", text =>
        {
            text.Write($"<sst xmlns=\"{Main}\">");
            string[] first = [.. Headers, Form, "Nguyễn Văn A"];
            foreach (var shared in first.Concat(Enumerable.Range(0, count).Select(TextOf)))
                text.Write($"<si><t>{shared}</t></si>");
            text.Write("</sst>");
        });
        Part("xl/worksheets/sheet1.xml", text =>
        {
            text.Write($"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">");
            text.Write(string.Concat("ABCD".Select((letter, i) => $"<c r=\"{letter}1\" t=\"s\"><v>{i}</v></c>")));
            text.Write("</row>");
            for (var i = 0; i < count; i++)
            {
                var row = i + 2;
                text.Write($"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>4</v></c>");
                text.Write($"<c r=\"B{row}\" t=\"s\"><v>5</v></c>");
                text.Write($"<c r=\"C{row}\"><v>2022</v></c><c r=\"D{row}\" t=\"s\"><v>{i + 6}</v></c></row>");
            }

            text.Write("</sheetData></worksheet>");
        });

        void Part(string name, Action<StreamWriter> write)
        {
            using var text = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            write(text);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
