namespace KiemDiem.Docs.Proof;

/// <summary>The names of what a file is checked for; they stand in answers, logs and messages.</summary>
public static class Checks
{
    /// <summary>Every word of the record is in the file, and every choice is ticked.</summary>
    public const string Words = "words";

    /// <summary>Every character has a glyph in its font; in a PDF, every glyph leads back to a character.</summary>
    public const string Glyphs = "glyphs";

    /// <summary>Nothing stands outside the margins.</summary>
    public const string Overflow = "overflow";

    /// <summary>The file can be opened, and what it names is there.</summary>
    public const string Structure = "structure";

    /// <summary>The least that the standards which the file claims ask of its structure.</summary>
    public const string Conformance = "conformance";
}
