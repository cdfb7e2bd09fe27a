namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>Why a Word file is not read.</summary>
public enum DocxFault
{
    /// <summary>It is no Word file, or holds no data of ours.</summary>
    Foreign,

    /// <summary>It is no whole package, or its XML is no XML.</summary>
    Broken,

    /// <summary>It would take more time or memory than a file may.</summary>
    Costly,

    /// <summary>It holds macros.</summary>
    Macros,
}

/// <summary>A Word file cannot or must not be read.</summary>
public sealed class UnreadableDocxException(DocxFault fault, string message) : Exception(message)
{
    public DocxFault Fault { get; } = fault;
}
