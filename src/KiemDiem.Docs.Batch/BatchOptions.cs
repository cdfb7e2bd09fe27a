using KiemDiem.Docs.Batch.Sources;

namespace KiemDiem.Docs.Batch;

/// <summary>What is to be made of a source. Kept with the batch: whoever goes on with it goes on with these.</summary>
public sealed record BatchOptions
{
    public const string Pdf = "pdf";
    public const string Docx = "docx";

    /// <summary>A ZIP file is made in one go, by one worker.</summary>
    public const int MaxRecordsPerZip = 100_000;

    /// <summary>"pdf", "docx" or both.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [Pdf];

    public SourceOptions Source { get; init; } = new();

    /// <summary>Null for the edition in force at each record's own date.</summary>
    public string? Edition { get; init; }

    /// <summary>How files are named; null for <see cref="Naming.NamePattern.Default"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Put so many records into one ZIP file; null for a file each.</summary>
    public int? RecordsPerZip { get; init; }

    /// <summary>PDF only, with what an archive asks for.</summary>
    public bool Archive { get; init; }

    /// <summary>The date of a file whose record has none.</summary>
    public DateOnly? ThoiDiem { get; init; }

    /// <summary>Told when the batch has ended; null for nobody.</summary>
    public Uri? Webhook { get; init; }
}
