using KiemDiem.Docs.Problems;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>The rows of the first sheet of a workbook that has any.</summary>
internal static class XlsxRows
{
    public static IEnumerable<TableRow> Read(SourceFile file, TableForms tables)
    {
        // The texts of a large workbook stand apart from its rows and pass through files: these are ours alone.
        var texts = Directory.CreateTempSubdirectory("kiemdiem-");
        try
        {
            using var stream = file.Open();
            using var rows = new RowReader(stream, texts.FullName);
            while (rows.Next() is { } row)
                yield return row with { Form = rows.Sheet is { } sheet ? tables.FormOf(sheet) : null };
        }
        finally
        {
            texts.Delete(recursive: true);
        }
    }

    private sealed class RowReader(Stream stream, string folder) : IDisposable
    {
        private readonly OpenXmlConfiguration configuration = new()
        {
            EnableSharedStringCache = true,
            SharedStringCachePath = folder,
        };

        private IEnumerator<object>? rows;
        private long line;
        private bool ended;

        public string? Sheet { get; private set; }

        /// <returns>Null at the end.</returns>
        public TableRow? Next()
        {
            if (ended)
                return null;
            try
            {
                if (rows is null ? !FindSheet() : !rows.MoveNext())
                    return null;
                line++;
                return new TableRow(line, [.. ((IDictionary<string, object?>)rows!.Current).Values]);
            }
            // A broken workbook shows in whatever comes first; the fault of a disk is another matter.
            catch (Exception fault) when (fault is EndOfStreamException
                or not (IOException or UnauthorizedAccessException or OutOfMemoryException))
            {
                ended = true;
                return new TableRow(line + 1, []) { Fault = FoundInSource.BrokenWorkbook() };
            }
        }

        public void Dispose() => rows?.Dispose();

        /// <summary>Goes to the first row that has anything, in the first sheet that has such a row.</summary>
        private bool FindSheet()
        {
            foreach (var sheet in MiniExcel.GetSheetNames(stream, configuration))
            {
                var candidate = Rows(sheet).GetEnumerator();
                for (line = 0; candidate.MoveNext(); line++)
                {
                    if (((IDictionary<string, object?>)candidate.Current).Values.All(cell => cell is null))
                        continue;
                    (rows, Sheet) = (candidate, sheet);
                    return true;
                }

                candidate.Dispose();
            }

            return false;
        }

        private IEnumerable<object> Rows(string sheet) => MiniExcel.Query(
            stream, useHeaderRow: false, sheet, ExcelType.XLSX, "A1", configuration);
    }
}
