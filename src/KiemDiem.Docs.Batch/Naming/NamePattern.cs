namespace KiemDiem.Docs.Batch.Naming;

/// <summary>How the files of a batch are named.</summary>
public sealed class NamePattern
{
    /// <summary>The year, the unit, and the name that a single file would have.</summary>
    public const string Default = "{nam}/{donVi}/{tenTep}";
}
