using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Problems;
using Spectre.Console;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>Tells how far a batch is: a bar on a screen, lines elsewhere, and one summary.</summary>
internal sealed class BatchProgress(Session session, bool quiet)
{
    private static readonly string UnreadableSource = FoundInBatch.UnreadableSource("").Code;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Looks again and again until the batch has ended.</summary>
    public async Task<BatchStatus> FollowAsync(Func<Task<BatchStatus>> look, BatchStatus first, TimeSpan interval)
    {
        if (!session.Terminal.ErrorIsScreen || quiet)
            return await FollowAsync(look, first, interval, TellLine());
        var last = first;
        await session.Screen().Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Đang đọc nguồn");
                last = await FollowAsync(look, first, interval, status =>
                {
                    bar.IsIndeterminate = status.Total is null;
                    bar.MaxValue = Math.Max(status.Total ?? 1, 1);
                    bar.Value = status.Total is null ? 0 : status.Done + status.Failed;
                    bar.Description = Line(status);
                });
            });
        return last;
    }

    /// <summary>One summary, and the exit code.</summary>
    public int End(BatchStatus status, string folder)
    {
        if (status.State == BatchState.Done)
        {
            if (!quiet)
                session.Error.WriteLine(Summary(status, folder));
            return status.Failed > 0 ? ExitCode.DataProblems : ExitCode.Done;
        }

        return Stopped(status.Fault);
    }

    /// <summary>It cannot go on by itself.</summary>
    /// <param name="fault">Null where somebody stopped it.</param>
    public int Stopped(Problem? fault)
    {
        session.Error.WriteLine(Printable.Of(fault?.Detail ?? "Lô đã dừng."));

        // A source that is mended is another source.
        session.Error.WriteLine(fault?.Code == UnreadableSource
            ? "Sửa nguồn rồi chạy lại vào một thư mục khác."
            : "Chạy tiếp bằng đúng lệnh này, thêm --resume.");
        return ExitCode.DataProblems;
    }

    private async Task<BatchStatus> FollowAsync(
        Func<Task<BatchStatus>> look, BatchStatus status, TimeSpan interval, Action<BatchStatus> tell)
    {
        while (!status.HasEnded)
        {
            await Task.Delay(interval, session.Stop);
            status = await look();
            tell(status);
        }

        return status;
    }

    private Action<BatchStatus> TellLine()
    {
        var told = TimeProvider.System.GetTimestamp();
        return status =>
        {
            if (quiet || TimeProvider.System.GetElapsedTime(told) < BetweenLines)
                return;
            told = TimeProvider.System.GetTimestamp();
            session.Error.WriteLine(Line(status));
        };
    }

    private static string Line(BatchStatus status)
    {
        var all = status.Done + status.Failed;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{all}/{(object?)status.Total ?? "?"} hồ sơ, {status.PerSecond:0} hồ sơ/giây");
        if (status.Failed > 0)
            line += string.Create(CultureInfo.InvariantCulture, $", {status.Failed} có lỗi");
        return status.Remaining is { } left ? $"{line}, còn khoảng {Span(left)}" : line;
    }

    private static string Summary(BatchStatus status, string folder)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"Tổng cộng {status.Total} hồ sơ: {status.Done} đạt, {status.Failed} có lỗi. ")
            + $"Kết quả: {Printable.Of(folder)}";
        return status.Failed > 0 ? line + " (lỗi: errors.csv; hồ sơ cần sửa: can-sua.ndjson)" : line;
    }

    private static string Span(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} giờ {time.Minutes} phút")
        : time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} phút {time.Seconds} giây")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} giây");
}
