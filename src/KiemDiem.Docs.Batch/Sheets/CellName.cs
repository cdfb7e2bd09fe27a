using System.Globalization;

namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>Names of cells, as spreadsheets have them: A1, AB12.</summary>
internal static class CellName
{
    private const int Letters = 26;

    /// <param name="column">From 0.</param>
    /// <param name="row">From 0.</param>
    public static string Of(int column, int row) => Column(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    /// <param name="column">From 0.</param>
    public static string Column(int column) => column < Letters
        ? ((char)('A' + column)).ToString()
        : Column((column / Letters) - 1) + (char)('A' + (column % Letters));
}
