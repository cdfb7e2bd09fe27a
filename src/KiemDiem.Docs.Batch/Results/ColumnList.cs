using System.Globalization;
using KiemDiem.Docs.Batch.Sources;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>How the columns of a source were read, with examples: for people who know the texts.</summary>
public static class ColumnList
{
    public const string FileName = "encodings.csv";

    /// <summary>A row for each example; one for a column without any.</summary>
    public static void Write(Stream target, IReadOnlyList<ColumnReport> columns)
    {
        using var file = new CsvFile(target, "cot", "bangMa", "diem", "truoc", "sau");
        foreach (var column in columns)
        {
            var examples = column.Examples.Count > 0 ? column.Examples : [new DecodedExample("", "")];
            foreach (var example in examples)
            {
                file.Row(
                    CsvFile.Text(column.Column),
                    column.Encoding.ToString().ToLowerInvariant(),
                    column.Score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                    CsvFile.Text(example.Before),
                    CsvFile.Text(example.After));
            }
        }
    }
}
