using System.Reflection;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>
/// The numbers of 36-HD/VPTW, in millimetres, and the samples that are under it. They are not read from the
/// definitions: those are what is tested.
/// </summary>
internal static class TheRegulation
{
    /// <summary>The name of the trait that says which clause a test holds.</summary>
    public const string Clause = "Clause";

    public const double Width = 210;
    public const double Height = 297;
    public const double Top = 20;
    public const double Bottom = 20;
    public const double Left = 30;
    public const double Right = 15;
    public const double TextWidth = Width - Left - Right;
    public const double TextCentre = Left + (TextWidth / 2);

    /// <summary>Within which a place on paper is right.</summary>
    public const double Tolerance = 0.3;

    /// <summary>The left column of the head.</summary>
    public static readonly string[] Bodies = ["coQuanCapTren", "coQuanBanHanh", "chiBoDauTrang", "dauSao"];

    public static readonly string[] Head = [.. Bodies, "tieuDe", "diaDanhNgayThang"];

    public static readonly string[] Signature = ["quyenHanKy", "chucVuKy", "ghiChuKy", "hoTenKy"];

    /// <summary>Running text and everything between: what stands below each other from margin to margin.</summary>
    public static readonly string[] Body =
    [
        "noiDung", "mucLon", "mucNho", "gachDauDong", "dauCong", "dongDien", "dongKe", "hangOChon", "cotOChon", "oChon",
        "kinhGui",
    ];

    /// <summary>Every test that holds a clause.</summary>
    public static IReadOnlyList<MethodInfo> Tests { get; } =
    [
        .. typeof(TheRegulation).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(TheRegulation).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => ClauseOf(method) is not null),
    ];

    /// <summary>As the document of the regulation names it.</summary>
    public static string NameOf(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    public static string? ClauseOf(MethodInfo test) =>
        test.GetCustomAttributes<TraitAttribute>().FirstOrDefault(trait => trait.Name == Clause)?.Value;

    public static TheoryData<PrintedForm> Everything => With(_ => true);

    /// <summary>All samples of the forms that have such a component.</summary>
    public static TheoryData<PrintedForm> With(string style) =>
        With(form => form.Blocks.SelectMany(FieldUse.StylesOf).Contains(style));

    /// <summary>All samples of the forms in whose head such a line begins with such words.</summary>
    public static TheoryData<PrintedForm> WithWords(string style, string words) =>
        With(form => form.Blocks.OfType<HeaderBlock>().SelectMany(header => header.Left.Concat(header.Right))
            .Any(line => line.Style == style && line.Text.StartsWith(words, StringComparison.Ordinal)));

    /// <summary>The filled sample of each form, on some other day.</summary>
    public static TheoryData<PrintedForm> On(params IEnumerable<string> dates) => [.. dates.SelectMany(date =>
        Forms.Select(form => new PrintedForm($"{form.Edition.Id}/{form.Id}/day-du.json", date)))];

    private static IEnumerable<FormDefinition> Forms => Engine.Renderer.Forms.Forms
        .Where(form => form.Edition.TheThuc.Source.Contains("36-HD/VPTW", StringComparison.Ordinal));

    private static TheoryData<PrintedForm> With(Func<FormDefinition, bool> has)
    {
        var folders = Forms.Where(has).Select(form => $"{form.Edition.Id}/{form.Id}/").ToList();
        return [.. SampleFiles.All
            .Select(file => Path.GetRelativePath(Repository.Samples, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(sample => folders.Any(folder => sample.StartsWith(folder, StringComparison.Ordinal)))
            .Select(sample => new PrintedForm(sample))];
    }
}
