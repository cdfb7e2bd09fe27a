using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Api.Routes;
using KiemDiem.Docs.Forms;
using Microsoft.OpenApi;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>The OpenAPI document as a whole. It is made when it is first asked for, not at the start.</summary>
internal static class ApiDocument
{
    /// <summary>The tag of what is about all forms.</summary>
    public const string ListTag = "Danh mục mẫu";

    /// <summary>Of many records at once.</summary>
    public const string BatchTag = "Lập hàng loạt";

    /// <summary>And of what is about finished files.</summary>
    public const string FileTag = "Tệp đã lập";

    private const string Guide = """
        Gửi dữ liệu của một bản kiểm điểm, nhận về văn bản đúng mẫu và đúng thể thức.

        **Làm thử trong ba bước**

        1. Ở mẫu cần lập, bấm vào dòng **Tạo tệp Word**, rồi bấm **Lập văn bản (Try it out)**.
        2. Ô dữ liệu đã có sẵn một bản điền đầy đủ để sửa; chọn **Bản trống** nếu muốn in ra viết tay.
        3. Bấm **Thực hiện (Execute)**, rồi bấm **Tải tệp về (Download file)** ngay phía dưới.

        **Cần biết**

        - Trường nào bỏ trống thì trên bản in có dòng chấm để viết tay.
        - Dữ liệu sai thì không có tệp nào được tạo; chương trình chỉ rõ từng chỗ sai bằng tiếng Việt.
        - Phiên bản của mẫu được chọn theo ngày lập (hoặc năm kiểm điểm) ghi trong dữ liệu.
        - Dữ liệu gửi lên không được lưu lại và không được ghi vào nhật ký. Riêng khi lập hàng loạt, dữ liệu và kết quả
          được giữ trên máy chủ đến khi lô hết hạn.
        """;

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => SchemaName(type.Type) ?? Microsoft.AspNetCore.OpenApi.OpenApiOptions
            .CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer((document, context, _) =>
        {
            Complete(document, context.ApplicationServices.GetRequiredService<FormRenderer>().Forms);
            return Task.CompletedTask;
        });
    });

    private static string? SchemaName(Type type) => type == typeof(Refusals.Refusal) ? "Problem"
        : type == typeof(Refusals.RefusalError) ? "ProblemError"
        : type == typeof(CheckAnswer) ? "CheckResult"
        : type == typeof(ExtractAnswer) ? "ExtractResult"
        : type == typeof(BatchAnswer) ? "Batch"
        : null;

    private static void Complete(OpenApiDocument document, FormLibrary forms)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Lập văn bản kiểm điểm, đánh giá đảng viên",
            Version = "v1",
            Description = Guide,
        };

        // Relative, so that "Execute" goes to where the page came from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>();
        foreach (var form in forms.FormIds.Select(forms.EditionsOf))
        {
            var numbers = string.Join("; ", form.Select(edition => edition.SoMau).Distinct());
            document.Tags.Add(new OpenApiTag { Name = form[^1].Title, Description = numbers });
        }

        document.Tags.Add(new OpenApiTag { Name = BatchTag, Description = "Nhiều bản ghi từ Excel, CSV hoặc JSON" });
        document.Tags.Add(new OpenApiTag { Name = FileTag, Description = "Lấy lại dữ liệu từ tệp Word hoặc PDF" });
        document.Tags.Add(new OpenApiTag { Name = ListTag, Description = "Các mẫu, phiên bản và căn cứ" });
        foreach (var form in forms.Forms)
            document.AddComponent(RecordRequest.SchemaName(form), RecordRequest.SchemaOf(form, document));
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
            operation.Responses = Ascending(operation.Responses!);
    }

    /// <summary>What goes well stands before what does not.</summary>
    private static OpenApiResponses Ascending(OpenApiResponses responses)
    {
        var ascending = new OpenApiResponses();
        foreach (var (status, answer) in responses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            ascending[status] = answer;
        return ascending;
    }
}
