namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>
/// What a file may cost: the sum stays far below 64 MiB and a second, whatever the bytes say. The longest file that
/// we write ourselves uses a tenth of it.
/// </summary>
internal static class ReadLimits
{
    /// <summary>Arrays and dictionaries inside each other.</summary>
    public const int Nesting = 32;

    /// <summary>Entries of all cross-reference sections.</summary>
    public const int Objects = 200_000;

    /// <summary>Values parsed, of all objects together.</summary>
    public const int Values = 200_000;

    /// <summary>Bytes that one stream may inflate to.</summary>
    public const int StreamBytes = 4 * 1024 * 1024;

    /// <summary>Bytes that all streams may inflate to, and all strings may take.</summary>
    public const int CopiedBytes = 16 * 1024 * 1024;

    /// <summary>Bytes looked at, however often: objects may overlap.</summary>
    public const int ScannedBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of one string or one word; PDF/A allows half of it.</summary>
    public const int StringBytes = 64 * 1024;

    /// <summary>Associated files.</summary>
    public const int Attachments = 100;

    /// <summary>Cross-reference sections: one for each time that the file was saved.</summary>
    public const int Sections = 64;

    /// <summary>References that lead to references, and lengths that lie in other streams.</summary>
    public const int Chain = 8;

    /// <summary>How far from the end of the file "startxref" may be (Adobe's own readers look as far).</summary>
    public const int TailBytes = 1024;
}

/// <summary>What is left of the limits while one file is read.</summary>
internal sealed class ReadBudget
{
    private int values = ReadLimits.Values;
    private int copied = ReadLimits.CopiedBytes;
    private int scanned = ReadLimits.ScannedBytes;

    public void SpendValue()
    {
        if (--values < 0)
            throw new UnreadablePdfException("The file has too many objects.");
    }

    public void SpendCopied(int bytes)
    {
        copied -= bytes;
        if (copied < 0)
            throw new UnreadablePdfException("The streams of the file are too long.");
    }

    public void SpendScanned(int bytes)
    {
        scanned -= bytes;
        if (scanned < 0)
            throw new UnreadablePdfException("The objects of the file are too long.");
    }
}
