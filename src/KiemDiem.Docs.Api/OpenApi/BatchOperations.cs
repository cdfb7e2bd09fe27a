using System.Text.Json.Nodes;
using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Forms;
using Microsoft.OpenApi;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>What the OpenAPI document says about each route of batches.</summary>
internal static class BatchOperations
{
    private const string CsvType = "text/csv";
    private const string JsonType = "application/json";

    private const string SubmitHelp = """
        Nhận tệp Excel (.xlsx), CSV, JSON hoặc NDJSON nhiều bản ghi. Trả lời ngay kèm địa chỉ của lô (Location,
        links); văn bản được lập dần, bản ghi có lỗi được kể riêng, không làm dừng cả lô. Dữ liệu và kết quả được giữ
        trên máy chủ đến khi lô hết hạn. Tùy chọn ghi trên địa chỉ, hoặc bằng JSON trong trường options.
        """;

    public static void DescribeSubmit(this RouteHandlerBuilder route) => route
        .AboutBatch("submit", "Gửi dữ liệu để lập hàng loạt văn bản", SubmitHelp)
        .Produces<BatchAnswer>(StatusCodes.Status202Accepted)
        .Produces<BatchAnswer>()
        .RefusingBatch(400, 403, 409, 413, 415, 422, 500, 507)
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            var forms = context.ApplicationServices.GetRequiredService<FormRenderer>().Forms;
            operation.Parameters = OptionParameters(forms);
            operation.Parameters.Add(KeyParameter());
            operation.RequestBody = SourceRequest();
            foreach (var status in (string[])["200", "202"])
            {
                var answer = (OpenApiResponse)operation.Responses![status];
                answer.Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["Location"] = Operations.Header("Địa chỉ của lô."),
                    [IdempotencyKey.ReplayedHeader] = Operations.Header(
                        "true khi lô đã có từ trước với cùng Idempotency-Key."),
                };
            }

            operation.Responses!["200"].Description = "Lô này đã có từ trước và đã kết thúc.";
            return Task.CompletedTask;
        });

    public static void DescribeStatus(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "status",
            "Xem lô đã đến đâu",
            "Trạng thái, số bản ghi đã xong và có lỗi, tốc độ, thời gian còn lại, các bản ghi có lỗi theo từng trang.")
        .Produces<BatchAnswer>()
        .RefusingBatch(404, 422, 500)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters!.Add(Operations.Number(
                "problems",
                "Số bản ghi có lỗi nhiều nhất của một trang.",
                ProblemPage.DefaultSize,
                0,
                ProblemPage.MaxSize));
            operation.Parameters.Add(Operations.Number(
                "after", "Chỉ kể các bản ghi sau số này.", 0, 0, int.MaxValue));
            return Task.CompletedTask;
        });

    public static void DescribeEvents(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "events",
            "Theo dõi lô (dành cho phần mềm)",
            "Server-sent events: mỗi giây nhiều nhất một sự kiện status, nội dung như khi xem lô; hết khi lô kết thúc.")
        .RefusingBatch(404, 422, 500, 503)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Contain(operation, StatusEvents.MediaType, format: null);
            operation.Responses!["204"] = new OpenApiResponse
            {
                Description = "Lô đã kết thúc và sự kiện cuối đã nhận (Last-Event-ID); không cần hỏi lại.",
            };
            return Task.CompletedTask;
        });

    public static void DescribeManifest(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "manifest",
            "Tải bản kê của lô đã xong",
            "Từng bản ghi, nơi của nó trong dữ liệu, mẫu, phiên bản, tệp, số trang, SHA-256 và điều nên xem lại.")
        .RefusingBatch(404, 409, 422, 500)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters!.Add(Choice("format", "Dạng của bản kê.", DownloadRoutes.ManifestFormats, "csv"));
            Contain(operation, CsvType, "binary");
            ((OpenApiResponse)operation.Responses!["200"]).Content![JsonType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object },
            };
            return Task.CompletedTask;
        });

    public static void DescribeErrors(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "errors",
            "Tải danh sách lỗi (CSV)",
            "Tệp và dòng của bản ghi, vị trí, mã và câu giải thích. Lô đang chạy thì là các lỗi đến lúc này.")
        .RefusingBatch(404, 422, 500)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Contain(operation, CsvType, "binary");
            return Task.CompletedTask;
        });

    public static void DescribeFiles(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "files",
            "Tải mọi tệp đã lập (ZIP)",
            "Có khi lô đã xong hoặc đã dừng; lô dừng giữa chừng thì gồm những gì đã lập.")
        .RefusingBatch(404, 409, 422, 500)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Contain(operation, DownloadRoutes.ZipType, "binary");
            return Task.CompletedTask;
        });

    public static void DescribeCancel(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "cancel",
            "Dừng lô",
            "Dừng trong một hai giây; những gì đã lập được giữ lại. Lô đã kết thúc thì để nguyên.")
        .Produces<BatchAnswer>()
        .RefusingBatch(403, 404, 422, 500);

    public static void DescribeResume(this RouteHandlerBuilder route) => route
        .AboutBatch(
            "resume",
            "Chạy tiếp lô đã dừng",
            "Lập tiếp phần còn lại. Lô đang chạy hoặc đã xong thì để nguyên.")
        .Produces<BatchAnswer>(StatusCodes.Status202Accepted)
        .Produces<BatchAnswer>()
        .RefusingBatch(403, 404, 422, 500);

    private static RouteHandlerBuilder AboutBatch(
        this RouteHandlerBuilder route, string work, string summary, string help) => route
        .WithTags(ApiDocument.BatchTag)
        .WithName($"batches.{work}")
        .WithSummary(summary)
        .WithDescription(help.ReplaceLineEndings(" "));

    private static RouteHandlerBuilder RefusingBatch(this RouteHandlerBuilder route, params int[] statuses) => route
        .Refusing(statuses)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var (status, answer) in operation.Responses!)
                answer.Description = Meaning(status);
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                if (parameter.In == ParameterLocation.Path)
                    parameter.Description = "Mã của lô (id).";
            }

            return Task.CompletedTask;
        });

    private static string Meaning(string status) => status switch
    {
        "200" => "Kết quả.",
        "202" => "Đã nhận; hãy xem lô ở địa chỉ trong Location.",
        "400" => "Yêu cầu không có dữ liệu, bị ngắt giữa chừng, hoặc Idempotency-Key không hợp lệ.",
        "403" => "Yêu cầu do một trang web khác gửi.",
        "404" => "Không có lô này, hoặc lô đã hết hạn và được xóa.",
        "409" => "Chưa làm được lúc này; hãy thử lại sau.",
        "413" => "Dữ liệu quá lớn.",
        "415" => "Kiểu dữ liệu không nhận được.",
        "422" => "Tùy chọn hoặc tệp chưa hợp lệ; từng lỗi nằm ở errors.",
        "503" => "Máy chủ đang bận; hãy thử lại sau vài giây.",
        "507" => "Máy chủ không còn đủ chỗ lưu trữ.",
        _ => "Lỗi của chương trình.",
    };

    private static List<IOpenApiParameter> OptionParameters(FormLibrary forms) =>
    [
        Choice("form", "Mẫu của các bản ghi không tự ghi tên mẫu.", forms.FormIds),
        Choice(
            "format",
            "Loại tệp cần lập.",
            [.. OptionsReader.Formats, string.Join(',', OptionsReader.Formats)],
            "pdf"),
        Choice(
            "edition",
            "Phiên bản của mẫu; không chọn thì theo ngày của từng bản ghi.",
            [.. forms.Forms.Select(form => form.Edition.Id).Distinct()]),
        Choice("encoding", "Bảng mã chữ Việt của CSV và Excel.", OptionsReader.Encodings, "unicode"),
        Text("name", "Cách đặt tên tệp; không ghi thì theo năm, đơn vị và tên người hoặc tập thể."),
        Operations.Number("zip", "Gói từng ngần ấy bản ghi vào một tệp ZIP.", null, 1, BatchOptions.MaxRecordsPerZip),
        new OpenApiParameter
        {
            Name = "archive",
            In = ParameterLocation.Query,
            Description = "Lập bộ tài liệu lưu trữ: chỉ PDF, kèm mục lục và siêu dữ liệu.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
        },
        Operations.ThoiDiem(),
        Text("webhook", "Địa chỉ https được báo khi lô kết thúc; phải thuộc các máy mà người quản trị cho phép."),
    ];

    private static OpenApiParameter KeyParameter() => new()
    {
        Name = IdempotencyKey.Header,
        In = ParameterLocation.Header,
        Description = "Khóa tự đặt: gửi lại cùng khóa và cùng dữ liệu thì nhận lại đúng lô cũ.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            MinLength = 1,
            MaxLength = IdempotencyKey.MaxLength,
        },
    };

    private static OpenApiRequestBody SourceRequest()
    {
        var content = new Dictionary<string, OpenApiMediaType>
        {
            // First, so that the Swagger page begins with a button to choose files.
            [FileBody.FormType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "files" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["files"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = Bytes(),
                            Description = "Một hoặc nhiều tệp .xlsx, .csv, .json, .ndjson.",
                        },
                        [SourceBody.OptionsField] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Description = "Tùy chọn bằng JSON, khi không ghi trên địa chỉ; thêm được columnEncodings "
                                + "và capitalColumns.",

                            // The Swagger page fills the box with it; with "string" else, which is refused.
                            Default = "{}",
                        },
                    },
                },
            },
        };
        foreach (var type in SourceBody.Types.Where(type => type != FileBody.FormType))
            content[type] = new OpenApiMediaType { Schema = Bytes() };
        return new OpenApiRequestBody { Required = true, Description = "Dữ liệu của các bản ghi.", Content = content };
    }

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiParameter Text(string name, string help) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = help,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Choice(
        string name, string help, IEnumerable<string> values, string? fallback = null) => new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = help,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. values.Select(value => (JsonNode)value)],
                Default = fallback,
            },
        };

    private static void Contain(OpenApiOperation operation, string mediaType, string? format) =>
        Operations.Success(operation).Content = new Dictionary<string, OpenApiMediaType>
        {
            [mediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
            },
        };
}
