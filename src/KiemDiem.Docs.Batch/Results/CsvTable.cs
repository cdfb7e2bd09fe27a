namespace KiemDiem.Docs.Batch.Results;

/// <summary>A small table as a CSV file that spreadsheets open as it is.</summary>
public static class CsvTable
{
    /// <param name="target">Stays open.</param>
    /// <param name="rows">The first is the head.</param>
    public static void Write(Stream target, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var table = new MemoryStream();
        CsvFile? file = null;
        foreach (var row in rows)
        {
            if (file is null)
                file = new CsvFile(table, row);
            else
                file.Row([.. row.Select(CsvFile.Text)]);
        }

        file?.Dispose();
        target.Write(table.ToArray());
    }
}
