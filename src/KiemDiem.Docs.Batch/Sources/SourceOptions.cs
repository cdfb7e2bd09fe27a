namespace KiemDiem.Docs.Batch.Sources;

/// <summary>How the bytes or letters of a source are to be read.</summary>
public enum TextEncoding
{
    /// <summary>As they are.</summary>
    Unicode,

    /// <summary>TCVN3 (ABC), of the fonts named ".Vn…".</summary>
    Tcvn3,

    /// <summary>VNI-Win, of the fonts named "VNI-…".</summary>
    Vni,

    /// <summary>Decided for each column by what it holds, and reported.</summary>
    Auto,
}

public enum SourceFormat
{
    /// <summary>By the ending of the file: .ndjson and .jsonl, .json, .csv, .xlsx.</summary>
    ByName,
    Ndjson,

    /// <summary>One record, or an array of records.</summary>
    Json,
    Csv,
    Xlsx,
}

/// <summary>What a caller says about a source. Part of the options that are kept with a batch.</summary>
public sealed record SourceOptions
{
    public SourceFormat Format { get; init; }

    public TextEncoding Encoding { get; init; }

    /// <summary>By column, in place of <see cref="Encoding"/>: a field's key or the header of the column.</summary>
    public IReadOnlyDictionary<string, TextEncoding> ColumnEncodings { get; init; } =
        new Dictionary<string, TextEncoding>();

    /// <summary>
    /// Columns that were set in a capital font (".Vn…H"): their decoded text is put in capitals, for TCVN3 has no
    /// capitals with tones of its own.
    /// </summary>
    public IReadOnlyList<string> CapitalColumns { get; init; } = [];

    /// <summary>The form of records that do not name one.</summary>
    public string? Form { get; init; }

    /// <summary>Somebody said that not all of it is Unicode, or asked to find out.</summary>
    internal bool IsLegacy =>
        ColumnEncodings.Values.Append(Encoding).Any(encoding => encoding != TextEncoding.Unicode);
}
