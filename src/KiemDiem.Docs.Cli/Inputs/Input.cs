namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>One record to work on.</summary>
/// <param name="Label">As the user knows it; every message about the record begins with it.</param>
/// <param name="Path">Null for standard input.</param>
/// <param name="Name">
/// What its output is called, without extension and below the output folder; null where only the record can tell.
/// </param>
internal sealed record Input(string Label, string? Path, string? Name);
