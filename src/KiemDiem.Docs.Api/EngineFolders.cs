namespace KiemDiem.Docs.Api;

/// <summary>Where definitions and fonts are.</summary>
internal sealed record EngineFolders(string FormTemplates, string Fonts)
{
    public static EngineFolders Of(IConfiguration configuration) => new(
        configuration["FormTemplates"] ?? Path.Combine(AppContext.BaseDirectory, "form-templates"),
        configuration["Fonts"] ?? Path.Combine(AppContext.BaseDirectory, "fonts"));
}
