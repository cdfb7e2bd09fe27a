namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>
/// Where the lists of a workbook's choices stand: in the cells' own rule where Excel takes them there, else on a
/// hidden sheet, a column each.
/// </summary>
internal sealed class ChoiceLists
{
    private const string HiddenSheet = "Danh mục";

    /// <summary>Characters of a formula that is a list in quotes; Excel opens no file with a longer one.</summary>
    private const int MaxInline = 255;

    private readonly List<IReadOnlyList<string>> columns = [];

    public ChoiceLists(IReadOnlyList<Sheet> sheets)
    {
        foreach (var values in sheets.SelectMany(sheet => sheet.Choices).Select(choices => choices.Values))
        {
            if (!FitsInline(values) && ColumnOf(values) < 0)
                columns.Add(values);
        }
    }

    /// <summary>Null where no list needs it.</summary>
    public Sheet? Sheet => columns.Count == 0 ? null : sheet ??= new Sheet(
        HiddenSheet,
        [.. columns.Select(_ => new SheetColumn(40, CellLook.Text))],
        [
            .. Enumerable.Range(0, columns.Max(column => column.Count)).Select(row => (IReadOnlyList<Cell>)
                [.. columns.Select(column => Cell.Of(row < column.Count ? column[row] : null, CellLook.Text))]),
        ]);

    private Sheet? sheet;

    /// <summary>The formula of a list of values.</summary>
    public string FormulaOf(IReadOnlyList<string> values)
    {
        if (FitsInline(values))
            return $"\"{string.Join(',', values)}\"";
        var column = CellName.Column(ColumnOf(values));
        return FormattableString.Invariant($"'{HiddenSheet}'!${column}$1:${column}${values.Count}");
    }

    private int ColumnOf(IReadOnlyList<string> values) => columns.FindIndex(column => column.SequenceEqual(values));

    /// <summary>A comma or a quote would end the value.</summary>
    private static bool FitsInline(IReadOnlyList<string> values) =>
        values.Sum(value => value.Length + 1) + 1 <= MaxInline
        && values.All(value => !value.Contains(',', StringComparison.Ordinal)
            && !value.Contains('"', StringComparison.Ordinal));
}
