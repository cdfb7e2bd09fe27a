using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>How far a batch is, and where to go from there.</summary>
internal sealed record BatchAnswer(
    [property: Description("Mã của lô.")] string Id,
    [property: Description(
        "ingesting: đang đọc dữ liệu; running: đang lập văn bản; done: xong; cancelled: đã dừng theo yêu cầu; "
        + "attention: bị dừng vì sự cố, xem fault.")]
    string State,
    [property: Description("Số bản ghi của dữ liệu; null khi chưa đọc hết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    long? Total,
    [property: Description("Số bản ghi đã lập được tệp.")] long Done,
    [property: Description("Số bản ghi có lỗi.")] long Failed,
    [property: Description("Tổng số byte của các tệp đã lập.")] long Bytes,
    [property: Description("Tốc độ, bản ghi một giây.")] double PerSecond,
    [property: Description("Số giây còn lại theo tốc độ đó; null khi chưa biết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    double? RemainingSeconds,
    [property: Description("Lúc nhận.")] DateTimeOffset Created,
    [property: Description("Lúc kết thúc; null khi chưa kết thúc.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    DateTimeOffset? Finished,
    [property: Description("Vì sao bị dừng.")] RefusalError? Fault,
    [property: Description("Địa chỉ theo việc: self, events, errors; khi đã dừng có thêm manifest, files, resume.")]
    IReadOnlyDictionary<string, string> Links)
{
    [Description("Các bản ghi có lỗi, từng trang một.")]
    public ProblemPage? Problems { get; init; }

    public static BatchAnswer Of(BatchStatus status) => new(
        status.Id,
        JsonNamingPolicy.CamelCase.ConvertName(status.State.ToString()),
        status.Total,
        status.Done,
        status.Failed,
        status.Bytes,
        Math.Round(status.PerSecond, 1),
        status.Remaining is { } remaining ? Math.Ceiling(remaining.TotalSeconds) : null,
        status.Created,
        status.Finished,
        status.Fault is { } fault ? RefusalError.Of(fault) : null,
        LinksOf(status));

    private static Dictionary<string, string> LinksOf(BatchStatus status)
    {
        var self = BatchRoutes.AddressOf(status.Id);
        var links = new Dictionary<string, string>
        {
            ["self"] = self,
            ["events"] = $"{self}/events",
            ["errors"] = $"{self}/errors",
        };
        if (status.HasEnded)
        {
            links["manifest"] = $"{self}/manifest";
            links["files"] = $"{self}/files.zip";
        }

        if (status.State is BatchState.Cancelled or BatchState.Attention)
            links["resume"] = $"{self}/resume";
        return links;
    }
}

/// <summary>Some of the records that have problems, in the order of the source.</summary>
internal sealed record ProblemPage(
    [property: Description("Các bản ghi có lỗi của trang này, theo thứ tự trong dữ liệu.")]
    IReadOnlyList<RecordProblems> Items,
    [property: Description("Địa chỉ trang sau; null khi hết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? Next)
{
    public const int DefaultSize = 20;
    public const int MaxSize = 500;

    /// <summary>By the number of the last record, not by page: at work, records before it may still come.</summary>
    public static async Task<ProblemPage> ReadAsync(
        BatchService batches, string id, int after, int size, CancellationToken cancelled)
    {
        var items = new List<RecordProblems>();
        await foreach (var failed in batches.FailuresAsync(id, after, cancelled))
        {
            if (items.Count == size)
            {
                var next = FormattableString.Invariant($"?problems={size}&after={items[^1].Record}");
                return new ProblemPage(items, BatchRoutes.AddressOf(id) + next);
            }

            items.Add(RecordProblems.Of(failed));
        }

        return new ProblemPage(items, Next: null);
    }
}

/// <summary>A record that nothing was made of, and why.</summary>
internal sealed record RecordProblems(
    [property: Description("Bản ghi thứ mấy, từ 1.")] long Record,
    [property: Description("Tệp dữ liệu chứa bản ghi.")] string File,
    [property: Description("Dòng của bản ghi trong tệp, từ 1.")] long Line,
    [property: Description("Tên mẫu; null nếu không biết.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? Form,
    [property: Description("Từng lỗi và vị trí của nó.")] IReadOnlyList<RefusalError> Errors)
{
    public static RecordProblems Of(RecordResult result) => new(
        result.Number,
        result.Place.File,
        result.Place.Line,
        result.Form,
        [.. result.Problems.Select(RefusalError.Of)]);
}
