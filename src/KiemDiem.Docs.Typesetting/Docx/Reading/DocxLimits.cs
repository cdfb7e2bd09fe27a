namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>
/// What a Word file may cost: the sum stays below 64 MiB and a second, whatever the bytes say. The longest file that we
/// write ourselves uses a tenth of it.
/// </summary>
internal static class DocxLimits
{
    /// <summary>Files in the package; pictures that somebody added are among them.</summary>
    public const int Entries = 2000;

    /// <summary>Bytes that one part may inflate to.</summary>
    public const int PartBytes = 16 * 1024 * 1024;

    /// <summary>Bytes that all parts that are read may inflate to.</summary>
    public const int InflatedBytes = 24 * 1024 * 1024;

    /// <summary>Bytes of one tag with its attributes.</summary>
    public const int TagBytes = 64 * 1024;

    /// <summary>Bytes from one tag to the next: a record is one text.</summary>
    public const int TextBytes = 3 * 1024 * 1024;

    /// <summary>Elements inside each other; Word nests tables and text boxes to a few dozen.</summary>
    public const int Depth = 256;

    /// <summary>Beginnings and ends of elements, and texts, of one part.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Different names of elements and attributes.</summary>
    public const int Names = 10_000;

    /// <summary>Controls in the document.</summary>
    public const int Controls = 50_000;

    /// <summary>Characters of all controls together, those in each other counted again.</summary>
    public const int ControlCharacters = 8 * 1024 * 1024;

    /// <summary>Characters of the whole document.</summary>
    public const int TextCharacters = 4 * 1024 * 1024;

    /// <summary>Relationships of one part.</summary>
    public const int Relationships = 5000;

    /// <summary>Custom XML parts that are looked into.</summary>
    public const int DataParts = 32;
}
