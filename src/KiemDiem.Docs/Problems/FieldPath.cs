using System.Globalization;

namespace KiemDiem.Docs.Problems;

/// <summary>A place in a JSON document, as a JSON Pointer (RFC 6901); the root is the empty string.</summary>
public readonly record struct FieldPath(string Pointer)
{
    public static FieldPath Root { get; } = new(string.Empty);

    public FieldPath Child(string key) => new(
        Pointer + "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    public FieldPath Item(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{index}"));

    public override string ToString() => Pointer;
}
