using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>
/// The table of docs/fidelity.md: a row for each sample, and one for the random records of each form.
/// </summary>
internal static partial class FidelityTable
{
    private const string Begin = "<!-- measured: written by the tests -->\n";
    private const string End = "<!-- end of measured -->";

    /// <summary>Of the figures that have decimals; the others must be the same.</summary>
    private const double Tolerance = 0.1;

    public static string Of(IReadOnlyList<ComparedRecord> compared)
    {
        var table = new StringBuilder();
        table.Append("| Record | Pages | Words | On another page or line | Within 1 mm, % | Across, mm | Down, mm |\n");
        table.Append("|---|---|---|---|---|---|---|\n");
        foreach (var record in compared.Where(one => !one.IsRandom))
            table.Append(Row(record.Name, [record]));
        foreach (var records in compared.Where(one => one.IsRandom).GroupBy(one => one.Form))
        {
            var whole = records.Where(one => !one.IsTorn).ToList();
            table.Append(Row($"{whole.Count} random, {records.Key}", whole));
            var torn = records.Where(one => one.IsTorn).ToList();
            if (torn.Count > 0)
                table.Append(Row($"{torn.Count} random, {records.Key}, torn by LibreOffice", torn));
        }

        return table.ToString();
    }

    public static string In(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[begin..page.IndexOf(End, StringComparison.Ordinal)];
    }

    public static string Replace(string page, string table) => page.Replace(
        Begin + In(page), Begin + table, StringComparison.Ordinal);

    public static void AssertSame(string written, string measured, string advice)
    {
        Assert.True(Decimals().Replace(written, "#") == Decimals().Replace(measured, "#"), advice + "\n" + measured);
        var pairs = Decimals().Matches(written).Zip(Decimals().Matches(measured));
        Assert.All(pairs, pair => Assert.True(
            Math.Abs(Number(pair.First.Value) - Number(pair.Second.Value)) <= Tolerance, advice + "\n" + measured));
    }

    private static string Row(string name, IReadOnlyList<ComparedRecord> records)
    {
        var compared = records.Select(record => record.Comparison).ToList();
        var (fewest, most) = (compared.Min(one => one.Pages), compared.Max(one => one.Pages));
        var pages = fewest == most ? $"{most}" : $"{fewest} to {most}";
        var words = compared.Sum(one => one.Words);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {pages} | {words} | {compared.Sum(one => one.OtherLines)} "
            + $"| {100.0 * compared.Sum(one => one.Near) / words:0.00} "
            + $"| {compared.Max(one => one.MaxAcross):0.00} | {compared.Max(one => one.MaxDown):0.00} |\n");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+\.\d\d")]
    private static partial Regex Decimals();
}
