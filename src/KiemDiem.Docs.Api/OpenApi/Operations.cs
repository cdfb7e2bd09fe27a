using System.Text.Json.Nodes;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Routes;
using KiemDiem.Docs.Forms;
using Microsoft.OpenApi;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>What the OpenAPI document says about each route.</summary>
internal static class Operations
{
    private const string ProblemType = "application/problem+json";
    private const string NewestUnlessChosen = "Phiên bản của mẫu; không chọn thì là phiên bản mới nhất.";

    public static void DescribeRender(
        this RouteHandlerBuilder route, IReadOnlyList<FormDefinition> editions, OutputFormat format)
    {
        route
            .AboutForm(editions, format.Extension, format.Summary, RenderHelp(editions))
            .Refusing(400, 404, 413, 415, 422, 500, 503)
            .AddOpenApiOperationTransformer((operation, context, _) =>
            {
                operation.RequestBody = RecordRequest.Of(editions, context.Document!);
                operation.Parameters = [EditionParameter(editions)];
                if (format.Pages)
                {
                    operation.Parameters.Add(Number("page", "Trang thứ mấy.", 1, 1, RenderArguments.MaxPage));
                    operation.Parameters.Add(Number(
                        "dpi",
                        "Độ phân giải, điểm ảnh trên inch.",
                        FormRenderer.DefaultDotsPerInch,
                        RenderArguments.MinDotsPerInch,
                        Limits.MaxDotsPerInch));
                }

                operation.Parameters.Add(ThoiDiem());
                operation.Responses!["200"] = FileAnswer(format);
                AddUnchanged(operation);
                return Task.CompletedTask;
            });
    }

    public static void DescribeCheck(this RouteHandlerBuilder route, IReadOnlyList<FormDefinition> editions) => route
        .AboutForm(
            editions,
            "check",
            "Kiểm tra dữ liệu, không tạo tệp",
            "Trả về mọi lỗi phải sửa (problems) và mọi điều nên xem lại (warnings), kèm vị trí và một câu giải thích.")
        .Produces<CheckAnswer>()
        .Refusing(400, 404, 413, 415, 422, 500)
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.RequestBody = RecordRequest.Of(editions, context.Document!);
            operation.Parameters = [EditionParameter(editions)];
            Success(operation).Headers = Headers();
            AddUnchanged(operation);
            return Task.CompletedTask;
        });

    public static void DescribeSample(this RouteHandlerBuilder route, IReadOnlyList<FormDefinition> editions) => route
        .AboutForm(editions, "sample", "Lấy dữ liệu mẫu", "Bản điền đầy đủ, hoặc bản trống nếu chọn blank.")
        .Refusing(404, 422, 500)
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.Parameters =
            [
                EditionParameter(editions, NewestUnlessChosen),
                new OpenApiParameter
                {
                    Name = "blank",
                    In = ParameterLocation.Query,
                    Description = "Lấy bản trống.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
                },
            ];
            Success(operation).Content = RecordRequest.Of(editions, context.Document!).Content;
            AddUnchanged(operation);
            return Task.CompletedTask;
        });

    public static void DescribeSchema(this RouteHandlerBuilder route, IReadOnlyList<FormDefinition> editions) => route
        .AboutForm(
            editions,
            "schema",
            "Lấy lược đồ dữ liệu (JSON Schema 2020-12)",
            "Tên, ý nghĩa, kiểu và giới hạn của từng trường.")
        .Refusing(404, 422, 500)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [EditionParameter(editions, NewestUnlessChosen)];
            Success(operation).Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/schema+json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object },
                },
            };
            AddUnchanged(operation);
            return Task.CompletedTask;
        });

    public static void DescribeEntry(this RouteHandlerBuilder route, IReadOnlyList<FormDefinition> editions) => route
        .AboutForm(
            editions,
            "info",
            "Xem thông tin của mẫu",
            "Các phiên bản, thời gian có hiệu lực, căn cứ và địa chỉ liên quan.")
        .Produces<FormEntry>()
        .Refusing(404, 422, 500)
        .OrUnchanged();

    public static void DescribeList(this RouteHandlerBuilder route) => route
        .WithTags(ApiDocument.ListTag)
        .WithName("forms")
        .WithSummary("Xem các mẫu hiện có")
        .WithDescription("Các mẫu, phiên bản, thời gian có hiệu lực, căn cứ và địa chỉ liên quan.")
        .Produces<FormList>()
        .Refusing(422, 500)
        .OrUnchanged();

    private static RouteHandlerBuilder OrUnchanged(this RouteHandlerBuilder route) => route
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            AddUnchanged(operation);
            return Task.CompletedTask;
        });

    /// <summary>What every answer with a tag has in common.</summary>
    private static void AddUnchanged(OpenApiOperation operation)
    {
        var success = Success(operation);
        success.Headers ??= new Dictionary<string, IOpenApiHeader>();
        success.Headers["ETag"] = Header("SHA-256 của nội dung, trong dấu nháy kép; gửi lại trong If-None-Match.");
        operation.Responses!["304"] = new OpenApiResponse { Description = Meaning("304") };
    }

    public static void DescribeExtract(this RouteHandlerBuilder route) => route
        .WithTags(ApiDocument.FileTag)
        .WithName("extract")
        .WithSummary("Lấy lại dữ liệu từ tệp Word hoặc PDF đã lập")
        .WithDescription(
            "Chỉ đọc tệp do chương trình này lập ra. Trả về mẫu, phiên bản, dữ liệu đang có trong tệp (record), các "
            + "trường đã sửa trong tệp Word (edited) và lỗi của dữ liệu đó (problems). Tệp không được lưu lại.")
        .Produces<ExtractAnswer>()
        .Refusing(400, 413, 415, 422, 500, 503)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = FileRequest.Body();
            Success(operation).Headers = Headers();
            AddUnchanged(operation);
            foreach (var (status, answer) in operation.Responses!)
                answer.Description = MeaningForFile(status);
            return Task.CompletedTask;
        });

    private static RouteHandlerBuilder AboutForm(
        this RouteHandlerBuilder route,
        IReadOnlyList<FormDefinition> editions,
        string work,
        string summary,
        string help) => route
        .WithTags(editions[^1].Title)
        .WithName($"{editions[0].Id}.{work}")
        .WithSummary(summary)
        .WithDescription(help);

    internal static RouteHandlerBuilder Refusing(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
            route.Produces<Refusal>(status, ProblemType);
        return route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var (status, answer) in operation.Responses!)
                answer.Description = Meaning(status);
            return Task.CompletedTask;
        });
    }

    private static string Meaning(string status) => status switch
    {
        "200" => "Kết quả.",
        "304" => "Nội dung giống bản đã có (If-None-Match trùng với ETag); không gửi lại.",
        "400" => "Không phải JSON đúng cú pháp; lỗi nêu dòng và cột.",
        "404" => "Không có mẫu này.",
        "413" => $"Dữ liệu quá lớn (hơn {Refuse.Points(Limits.RecordBytes)} byte).",
        "415" => "Không phải application/json, hoặc không phải bảng mã UTF-8.",
        "422" => "Dữ liệu hoặc tham số chưa hợp lệ; từng lỗi nằm ở errors.",
        "503" => "Máy chủ đang bận; hãy thử lại sau vài giây.",
        _ => "Lỗi của chương trình.",
    };

    private static string MeaningForFile(string status) => status switch
    {
        "400" => "Yêu cầu không có tệp nào.",
        "413" => $"Tệp quá lớn (hơn {Refuse.Points(Limits.FileBytes)} byte).",
        "415" => "Yêu cầu không mang tệp Word hoặc PDF.",
        "422" => "Không đọc được tệp, hoặc tệp không phải do chương trình lập ra.",
        _ => Meaning(status),
    };

    private static string RenderHelp(IReadOnlyList<FormDefinition> editions)
    {
        var sources = editions.SelectMany(form => form.Edition.LegalBasis).Select(source => source.SoKyHieu).Distinct();
        var numbers = editions.Select(form => form.SoMau).Distinct();
        return $"{string.Join("; ", numbers)}. Căn cứ: {string.Join(", ", sources)}.";
    }

    private static OpenApiParameter EditionParameter(
        IReadOnlyList<FormDefinition> editions,
        string help = "Phiên bản của mẫu; không chọn thì theo ngày lập hoặc năm kiểm điểm ghi trong dữ liệu.") => new()
        {
            Name = "edition",
            In = ParameterLocation.Query,
            Description = help,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. editions.Select(form => (JsonNode)form.Edition.Id)],
            },
        };

    internal static OpenApiParameter Number(string name, string help, int? fallback, int from, int to) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = help,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Default = fallback,
            Minimum = from.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = to.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    internal static OpenApiParameter ThoiDiem() => new()
    {
        Name = "thoiDiem",
        In = ParameterLocation.Query,
        Description = "Ngày ghi trong thông tin của tệp khi dữ liệu không có ngày lập đầy đủ; "
            + "không chọn thì là 1980-01-01. Ảnh PNG không mang ngày.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
    };

    internal static OpenApiResponse Success(OpenApiOperation operation)
    {
        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse known)
            return known;
        var answer = new OpenApiResponse { Description = Meaning("200") };
        operation.Responses!["200"] = answer;
        return answer;
    }

    private static OpenApiResponse FileAnswer(OutputFormat format) => new()
    {
        Description = format.Pages ? "Ảnh của trang." : "Tệp kết quả; bấm Tải tệp về (Download file) để lưu.",
        Headers = FileHeaders(),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [format.MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        },
    };

    private static Dictionary<string, IOpenApiHeader> FileHeaders() => new(Headers())
    {
        [RenderRoutes.ProofHeader] = Header(
            "Những điều chương trình đã tự kiểm trên tệp trước khi gửi: sha256, số trang, tên các bước kiểm."),
    };

    private static Dictionary<string, IOpenApiHeader> Headers() => new()
    {
        [RenderRoutes.EditionHeader] = Header("Phiên bản của mẫu đã dùng."),
        [RenderRoutes.WarningsHeader] = Header(
            "Số điều nên xem lại; địa chỉ /check kể rõ từng điều.", JsonSchemaType.Integer),
    };

    internal static OpenApiHeader Header(string help, JsonSchemaType type = JsonSchemaType.String) => new()
    {
        Description = help,
        Schema = new OpenApiSchema { Type = type },
    };
}
