namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">As its tab says; at most 31 characters, none of them []:*?/\.</param>
/// <param name="Columns">From the first on.</param>
/// <param name="Rows">From the first on, gone through once and not gathered; a row may be short.</param>
public sealed record Sheet(
    string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Rows that a sheet can hold.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Characters that a cell can hold.</summary>
    public const int MaxText = 32_767;

    /// <summary>Rows at the top that stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Cells that offer a list to choose from.</summary>
    public IReadOnlyList<CellChoices> Choices { get; init; } = [];
}

/// <param name="Width">In digits of the standard font.</param>
/// <param name="Look">Of cells that nothing is written in.</param>
public sealed record SheetColumn(double Width, CellLook Look = CellLook.Plain);

/// <summary>How a cell looks and is read.</summary>
public enum CellLook
{
    /// <summary>Wrapped, from the top.</summary>
    Plain,

    /// <summary>Bold on grey.</summary>
    Header,

    /// <summary>Small, slanted and wrapped.</summary>
    Help,

    /// <summary>Typed text stays text: a spreadsheet makes neither dates nor numbers of it.</summary>
    Text,

    /// <summary>A day that is shown as 05/12/2022.</summary>
    Date,
}

/// <summary>What stands in a cell: text, a number, or nothing.</summary>
public readonly record struct Cell(string? Text, decimal? Number, CellLook Look)
{
    public static Cell Empty { get; }

    public static Cell Of(string? text, CellLook look = CellLook.Plain) => new(text, null, look);

    public static Cell Of(decimal number, CellLook look = CellLook.Plain) => new(null, number, look);
}

/// <summary>A list that the cells of a column offer, to the end of the sheet.</summary>
/// <param name="Column">From 0.</param>
/// <param name="FirstRow">From 0.</param>
/// <param name="Values">In the order of the list.</param>
/// <param name="Refusal">What is said to whoever types something else.</param>
public sealed record CellChoices(int Column, int FirstRow, IReadOnlyList<string> Values, string Refusal);
