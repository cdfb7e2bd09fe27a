using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Readback;

/// <summary>What became of a field in a file. The kinds are closed.</summary>
internal abstract record FieldEdit
{
    private protected FieldEdit()
    {
    }

    /// <summary>It says what it said.</summary>
    public static FieldEdit None { get; } = new Untouched();

    /// <summary>No control shows it any more.</summary>
    public static FieldEdit Gone { get; } = new Lost();

    public sealed record Untouched : FieldEdit;

    public sealed record Lost : FieldEdit;

    /// <summary>Somebody changed it; null says that it is left for the pen now.</summary>
    public sealed record Changed(JsonNode? Value) : FieldEdit;

    /// <summary>It was changed in several places, to different values.</summary>
    public sealed record Torn : FieldEdit;

    /// <summary>Several of its boxes are crossed.</summary>
    public sealed record Crossed : FieldEdit;
}
