namespace KiemDiem.Docs.Tests.Cli;

/// <summary>Records that the tests of the command feed to it.</summary>
internal static class Records
{
    public const string Form = "ban-kiem-diem-ca-nhan";

    /// <summary>Stands in a value of <see cref="Bad"/>; no message may repeat it.</summary>
    public const string Secret = "Trần Thị Bí Mật";

    public static string Good { get; } = $$"""
        { "form": "{{Form}}", "namKiemDiem": 2022, "hoTen": "Nguyễn Văn An" }
        """;

    /// <summary>Two problems: a year that is a word, and a mistyped key.</summary>
    public static string Bad { get; } = $$"""
        { "form": "{{Form}}", "namKiemDiem": "{{Secret}}", "hoTenn": "{{Secret}}" }
        """;

    public static string WithoutForm { get; } = """{ "namKiemDiem": 2022, "hoTen": "Nguyễn Văn An" }""";

    /// <summary>One page: the blank form of a slip.</summary>
    public static string Blank { get; } = $$"""{ "form": "{{Form}}" }""";
}
