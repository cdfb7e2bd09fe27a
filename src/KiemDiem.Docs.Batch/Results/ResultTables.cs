using System.Globalization;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>Writes manifest.csv: a row for each file, and one for a record that failed.</summary>
internal sealed class ManifestCsv(Stream target) : IDisposable
{
    private const string Done = "xong";
    private const string Failed = "loi";

    private readonly CsvFile csv = new(
        target, "so", "tepNguon", "dong", "mau", "phienBan", "trangThai", "tep", "zip", "dinhDang", "soByte", "soTrang",
        "sha256", "canhBao");

    public void Add(RecordResult result)
    {
        if (result.Files.Count == 0)
            Add(result, null);
        foreach (var file in result.Files)
            Add(result, file);
    }

    public void Dispose() => csv.Dispose();

    private void Add(RecordResult result, ResultFile? file) => csv.Row(
        Cell.Number(result.Number),
        CsvFile.Path(result.Place.File),
        Cell.Number(result.Place.Line),
        CsvFile.Text(result.Form),
        CsvFile.Text(result.Edition),
        result.IsDone ? Done : Failed,
        CsvFile.Path(file?.Path),
        CsvFile.Path(file?.Zip),
        CsvFile.Text(file?.Format),
        Cell.Number(file?.Bytes),
        Cell.Number(file?.Pages),
        CsvFile.Text(file?.Sha256),
        CsvFile.Text(string.Join(" | ", result.Warnings.Select(Describe))));

    private static string Describe(Problem warning) =>
        warning.Path.Pointer.Length == 0 ? warning.Detail : $"{warning.Path.Pointer}: {warning.Detail}";
}

/// <summary>Writes errors.csv: a row for each problem.</summary>
/// <param name="target">Where to.</param>
/// <param name="leaveOpen">It is not disposed of with the table.</param>
public sealed class ErrorsCsv(Stream target, bool leaveOpen = false) : IDisposable
{
    private readonly CsvFile csv = new(target, leaveOpen, "so", "tepNguon", "dong", "viTri", "ma", "moTa");

    public void Add(RecordResult result)
    {
        foreach (var problem in result.Problems)
        {
            csv.Row(
                Cell.Number(result.Number),
                CsvFile.Path(result.Place.File),
                Cell.Number(result.Place.Line),
                CsvFile.Text(problem.Path.Pointer),
                CsvFile.Text(problem.Code),
                CsvFile.Text(problem.Detail));
        }
    }

    public void Dispose() => csv.Dispose();
}

internal static class Cell
{
    /// <returns>Empty where there is none.</returns>
    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
