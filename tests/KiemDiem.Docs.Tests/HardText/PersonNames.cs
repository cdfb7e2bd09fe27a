using System.Globalization;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>
/// Made-up names of all 54 peoples of Vietnam in the letters and patterns of each, from ho-ten.json. Whom nobody is
/// called: each holds "Mẫu", "Thử" or "Ví Dụ". The list of peoples: Quyết định số 421-TCTK/PPCĐ ngày 02/3/1979.
/// </summary>
internal static class PersonNames
{
    public static IReadOnlyList<PersonName> All { get; } = JsonSerializer.Deserialize<List<PersonName>>(
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "KiemDiem.Docs.Tests", "HardText", "ho-ten.json")),
        JsonSerializerOptions.Web)!;

    /// <summary>The different capitals of all names that are no plain Latin letters, each with its marks.</summary>
    public static string Capitals { get; } = string.Concat(All
        .SelectMany(name => LettersOf(name.HoTen.Normalize().ToUpperInvariant()))
        .Where(letter => !Ascii.IsValid(letter))
        .Distinct()
        .Order(StringComparer.Ordinal));

    private static IEnumerable<string> LettersOf(string text)
    {
        for (var letters = StringInfo.GetTextElementEnumerator(text); letters.MoveNext();)
            yield return letters.GetTextElement();
    }
}

/// <param name="DanToc">The people.</param>
/// <param name="HoTen">The name.</param>
internal sealed record PersonName(string DanToc, string HoTen);
