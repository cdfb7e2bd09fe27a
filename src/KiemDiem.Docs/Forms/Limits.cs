namespace KiemDiem.Docs.Forms;

/// <summary>How large a record may be; a form's own limits stand in its definition.</summary>
public static class Limits
{
    /// <summary>Bytes of one record: 1 MiB, which is about 200 printed pages.</summary>
    public const int RecordBytes = 1024 * 1024;

    /// <summary>Bytes of a record as this program writes it: indented, which takes a little more room.</summary>
    internal const int WrittenRecordBytes = 2 * RecordBytes;

    /// <summary>Bytes of a file that a record is read back from: 16 MiB, so that pictures may be added.</summary>
    public const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Nesting of the JSON; a record needs two levels.</summary>
    public const int Depth = 8;

    /// <summary>Paragraphs of one long text.</summary>
    public const int Paragraphs = 2000;

    /// <summary>Different letters with marks that Unicode has no character for, in one record.</summary>
    public const int RareLetters = 2000;

    /// <summary>Problems told at once; a record with more is broken as a whole.</summary>
    public const int Problems = 200;

    public const int FirstYear = 1930;

    public const int LastYear = 2199;

    /// <summary>Pixels per inch of a page picture.</summary>
    public const int MaxDotsPerInch = 300;
}
