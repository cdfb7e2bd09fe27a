using System.ComponentModel;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Api.Refusals;

/// <summary>Why a request is not done: the body of an application/problem+json answer (RFC 9457).</summary>
/// <remarks>
/// The type is "about:blank": the status says what kind of problem it is, and the codes below it say which. There is
/// no page about each kind that an address could lead to.
/// </remarks>
internal sealed record Refusal(
    [property: Description("Tên ngắn của loại lỗi.")] string Title,
    [property: Description("Mã trạng thái HTTP.")] int Status,
    [property: Description("Một câu giải thích.")] string Detail,
    [property: Description("Từng lỗi và vị trí của nó.")] IReadOnlyList<RefusalError> Errors,
    [property: Description("Luôn là about:blank; loại lỗi nằm ở status và errors[].code.")]
    [property: JsonPropertyOrder(-1)]
    string Type = "about:blank");

/// <summary>One of the reasons.</summary>
internal sealed record RefusalError(
    [property: Description("Mã lỗi cho chương trình, không đổi giữa các phiên bản.")] string Code,
    [property: Description("Câu giải thích cho người dùng.")] string Detail)
{
    [JsonPropertyOrder(-1)]
    [Description("Vị trí trong bản ghi (JSON Pointer); rỗng là cả bản ghi.")]
    public string? Pointer { get; init; }

    [JsonPropertyOrder(-1)]
    [Description("Tên tham số trên địa chỉ, nếu lỗi nằm ở đó.")]
    public string? Parameter { get; init; }

    [Description("Dòng của chỗ sai cú pháp JSON, từ 1.")]
    public long? Line { get; init; }

    [Description("Cột của chỗ sai cú pháp JSON, từ 1, tính bằng byte.")]
    public long? Column { get; init; }

    public static RefusalError Of(Problem problem) =>
        new(problem.Code, problem.Detail) { Pointer = problem.Path.Pointer };
}

/// <summary>Carries a refusal from where it is found to <see cref="RefusalMiddleware"/>.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Title)
{
    public Refusal Refusal { get; } = refusal;
}
