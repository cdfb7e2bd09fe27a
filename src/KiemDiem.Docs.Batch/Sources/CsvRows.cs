using System.Text;
using CsvHelper;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>The rows of a CSV file, whatever separates their cells: a comma, a semicolon or a tab.</summary>
/// <remarks>Source: RFC 4180. Quotes within a cell that does not begin with one are letters, as in Excel.</remarks>
internal static class CsvRows
{
    /// <summary>How Excel tells the separator in a first line of its own, before the headers.</summary>
    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = ['\t', ';', ','];

    public static IEnumerable<TableRow> Read(SourceFile file, TableForms tables)
    {
        var encoding = CsvText.EncodingOf(file);
        using var rows = new RowReader(file, encoding, SeparatorOf(file, encoding, tables));
        while (rows.Next() is { } row)
        {
            if (row.Line > 1 || !TellsSeparator(row))
                yield return row;
        }
    }

    /// <summary>The one that finds the most headers in the first row; failing that, the most cells.</summary>
    private static char SeparatorOf(SourceFile file, Encoding encoding, TableForms tables)
    {
        var firsts = Separators.Select(separator => (Separator: separator, Row: FirstRow(file, encoding, separator)))
            .ToList();
        var told = firsts.Find(first => TellsSeparator(first.Row) && ((string)first.Row.Cells[0]!).Length
            == SeparatorLine.Length);
        return told.Row is not null
            ? told.Separator
            : firsts.OrderByDescending(first => first.Row.Cells.OfType<string>().Count(tables.IsKnown))
                .ThenByDescending(first => first.Row.Cells.Count)
                .First().Separator;
    }

    private static bool TellsSeparator(TableRow row) => row.Cells is [string first, ..]
        && first.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase)
        && first.Length <= SeparatorLine.Length + 1;

    private static TableRow FirstRow(SourceFile file, Encoding encoding, char separator)
    {
        using var rows = new RowReader(file, encoding, separator);
        return rows.Next() ?? new TableRow(1, []);
    }

    private sealed class RowReader : IDisposable
    {
        /// <summary>Lines of records that were found to be malformed before they were reached.</summary>
        private readonly Queue<long> malformed = new();

        private readonly CsvReader reader;
        private long line;
        private bool ended;

        public RowReader(SourceFile file, Encoding encoding, char separator) => reader = CsvReader.Create(
            file.Open(),
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                // A byte order mark says more than we could.
                Encoding = encoding == CsvText.Windows1252 ? encoding : null,
                TrackLineNumbers = true,
                MaxRecordSize = Limits.RecordBytes,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = found =>
                {
                    if (found.Reason != CsvMalformedReason.StrayQuote)
                        malformed.Enqueue(found.LineNumber);
                },
            });

        /// <returns>Null at the end.</returns>
        public TableRow? Next()
        {
            try
            {
                if (ended || !reader.Read())
                    return null;
                line = reader.LineNumber;
                return new TableRow(line, Cells()) { Fault = IsMalformed() ? FoundInSource.BadQuotes() : null };
            }
            catch (CsvFormatException fault)
            {
                ended = true;
                line = Math.Max(fault.LineNumber, line + 1);
                return new TableRow(line, []) { Fault = FoundInSource.RowsUnreadable() };
            }
        }

        public void Dispose() => reader.Dispose();

        private string[] Cells()
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            return cells;
        }

        private bool IsMalformed()
        {
            while (malformed.TryPeek(out var first) && first < line)
                malformed.Dequeue();
            return malformed.TryPeek(out var next) && next == line;
        }
    }
}
