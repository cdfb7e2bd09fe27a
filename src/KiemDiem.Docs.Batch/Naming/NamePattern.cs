using System.Globalization;
using System.Text;
using System.Text.Json;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>
/// How the files of a batch are named: fixed words, and in braces what a record says. "/" makes folders, but only where
/// it stands in the pattern.
/// </summary>
public sealed class NamePattern
{
    /// <summary>The year, the unit, and the name that a single file would have.</summary>
    public const string Default = "{nam}/{donVi}/{tenTep}";

    private readonly IReadOnlyList<NamePart> folders;
    private readonly NamePart file;
    private readonly bool ascii;

    private NamePattern(string text, IReadOnlyList<NamePart> parts, bool ascii)
    {
        Text = text;
        folders = [.. parts.SkipLast(1)];
        file = parts[^1];
        this.ascii = ascii;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">E.g. <see cref="Default"/>.</param>
    /// <param name="forms">Whose fields it may name.</param>
    /// <param name="ascii">Names without diacritics.</param>
    /// <exception cref="BadNamePatternException">It is none.</exception>
    public static NamePattern Parse(string text, FormLibrary forms, bool ascii = false) =>
        new(text, PatternReader.Read(text, forms, ascii), ascii);

    /// <summary>What the files of a record are called, before clashes are looked at.</summary>
    /// <param name="record">As it came; anything where it could not be read.</param>
    /// <param name="form">The form it is printed by; null where that could not be told.</param>
    /// <param name="number">Of the record.</param>
    /// <returns>A path with "/" between its parts, without an ending.</returns>
    public string NameOf(JsonElement record, FormDefinition? form, long number)
    {
        var values = new RecordValues(record, form, number, ascii);
        var path = new StringBuilder();
        foreach (var folder in folders)
        {
            if (SafeName.Of(folder.With(values), SafeName.FolderBytes) is { Length: > 0 } name)
                path.Append(name).Append('/');
        }

        var last = SafeName.Of(file.With(values), SafeName.FileBytes);
        return path.Append(last.Length > 0 ? last : number.ToString("000000", CultureInfo.InvariantCulture)).ToString();
    }
}

/// <summary>A text is no pattern for names. The message is a Vietnamese sentence.</summary>
public sealed class BadNamePatternException(string message) : FormatException(message);
