using System.CommandLine;
using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Naming;
using KiemDiem.Docs.Cli.Batches;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>batch: many records in, a folder of documents with its lists out; goes on after anything.</summary>
internal sealed class BatchCommand : Command
{
    private readonly Argument<string> source = new("NGUỒN")
    {
        Description = "Tệp .ndjson, .json, .csv, .xlsx hoặc thư mục chứa các tệp ấy.",
    };

    private readonly Option<string> output = new("-o", "--output")
    {
        HelpName = "THƯ-MỤC",
        Description = "Nơi ghi kết quả: thư mục trống, hoặc thư mục của lần chạy dở (với --resume).",
    };

    private readonly Option<string> format = new("--format")
    {
        HelpName = "ĐỊNH-DẠNG",
        Description = "pdf, docx, cách nhau dấu phẩy (mặc định: pdf).",
    };

    private readonly Option<string> name = new("--name")
    {
        HelpName = "KIỂU-TÊN",
        Description = "Cách đặt tên tệp, ví dụ \"{nam}/{donVi}/{hoTen}\" (mặc định: \"" + NamePattern.Default + "\").",
    };

    private readonly Option<int?> zip = new("--zip")
    {
        HelpName = "SỐ",
        Description = "Gộp mỗi SỐ hồ sơ vào một tệp ZIP.",
    };

    private readonly Option<int?> jobs = new("--jobs")
    {
        HelpName = "SỐ",
        Description = "Số hồ sơ lập cùng lúc (mặc định: số lõi của máy).",
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Chạy tiếp lần chạy dở trong thư mục kết quả; chưa có thì bắt đầu.",
    };

    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Chỉ đọc và kiểm tra toàn bộ nguồn, không ghi gì.",
    };

    private readonly Option<bool> archive = new("--archive")
    {
        Description = "Cho lưu trữ: chỉ PDF, kèm siêu dữ liệu và mục lục của từng hồ sơ.",
    };

    private readonly Option<string> thoiDiem = new("--thoi-diem")
    {
        HelpName = "NGÀY",
        Description = "Ngày ghi trong thông tin của tệp khi dữ liệu không có ngày lập đầy đủ (mặc định: 1980-01-01).",
    };

    private readonly Option<string> formName = RecordOptions.Form();
    private readonly Option<string> editionName = RecordOptions.Edition();
    private readonly EncodingOptions encodings = new();
    private readonly Session session;

    public BatchCommand(Session session)
        : base("batch", "Lập văn bản hàng loạt; ngắt giữa chừng vẫn chạy tiếp được.")
    {
        this.session = session;
        Add(source);
        Add(output);
        Add(formName);
        Add(editionName);
        Add(format);
        Add(name);
        Add(zip);
        Add(jobs);
        Add(resume);
        Add(dryRun);
        Add(archive);
        Add(thoiDiem);
        encodings.AddTo(this);
        Add(new BatchTemplateCommand(session));
        Add(new BatchVerifyCommand(session));
        Add(new BatchReportCommand(session));
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var path = parsed.GetRequiredValue(source);
        var folder = parsed.GetValue(output);
        var options = ReadOptions(parsed, command);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new UsageException([$"Không tìm thấy nguồn \"{path}\"."], command);
        if (folder is null && !parsed.GetValue(dryRun))
            throw new UsageException(["Thiếu nơi ghi kết quả (-o)."], command);

        var renderer = session.LoadRenderer(parsed);
        FormChoice.Require(renderer.Forms, options.Source.Form, options.Edition, command);
        RequireName(options, renderer, command);
        if (parsed.GetValue(dryRun))
            return await new DryRun(session, parsed, command).RunAsync(path, options, renderer);

        var run = new BatchRun(session, parsed, renderer, command);
        return await run.RunAsync(path, options, folder!, parsed.GetValue(jobs) ?? 0, parsed.GetValue(resume));
    }

    private BatchOptions ReadOptions(ParseResult parsed, string command)
    {
        var isArchive = parsed.GetValue(archive);
        var formats = Formats(parsed.GetValue(format), command);
        if (isArchive && formats is not [BatchOptions.Pdf])
            throw new UsageException(["Lưu trữ (--archive) chỉ nhận PDF."], command);
        if (isArchive && parsed.GetValue(zip) is not null)
            throw new UsageException(["Lưu trữ (--archive) không dùng cùng --zip."], command);
        if (parsed.GetValue(zip) is < 1 or > BatchOptions.MaxRecordsPerZip)
        {
            throw new UsageException(
                [$"Tùy chọn --zip nhận số từ 1 đến {BatchOptions.MaxRecordsPerZip}."], command);
        }

        if (parsed.GetValue(jobs) is < 1)
            throw new UsageException(["Tùy chọn --jobs nhận số từ 1."], command);
        return new BatchOptions
        {
            Formats = formats,
            Source = encodings.Read(parsed, command) with { Form = parsed.GetValue(formName) },
            Edition = parsed.GetValue(editionName),
            Name = parsed.GetValue(name),
            RecordsPerZip = parsed.GetValue(zip),
            Archive = isArchive,
            ThoiDiem = parsed.GetValue(thoiDiem) is not { } text ? null
                : DocumentDate.TryParse(text, out var date) ? date
                : throw new UsageException([$"Tùy chọn --thoi-diem {DocumentDate.Rule}"], command),
        };
    }

    private static string[] Formats(string? text, string command)
    {
        string[] known = [BatchOptions.Pdf, BatchOptions.Docx];
        string[] named = [.. (text ?? BatchOptions.Pdf).ToLower(CultureInfo.InvariantCulture)
            .Split(',', StringSplitOptions.TrimEntries).Distinct()];
        return named.FirstOrDefault(one => !known.Contains(one)) is { } unknown
            ? throw new UsageException(
                [$"Không có định dạng \"{unknown}\"; các định dạng của lô: {string.Join(", ", known)}."], command)
            : named;
    }

    private static void RequireName(BatchOptions options, FormRenderer renderer, string command)
    {
        try
        {
            NamePattern.Parse(options.Name ?? NamePattern.Default, renderer.Forms);
        }
        catch (BadNamePatternException e)
        {
            throw new UsageException([e.Message], command);
        }
    }
}
