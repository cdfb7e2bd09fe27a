using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Batch.Work;

namespace KiemDiem.Docs.Batch;

public enum BatchMode
{
    /// <summary>One process; state in a SQLite file of the data folder. Nothing to install.</summary>
    Embedded,

    /// <summary>Any number of processes, on any number of machines, around one PostgreSQL and one store.</summary>
    Cluster,
}

public enum BatchRole
{
    /// <summary>Takes batches in and works on them.</summary>
    All,

    /// <summary>Takes batches in; others work on them.</summary>
    Api,

    /// <summary>Works on batches that others took in.</summary>
    Worker,
}

/// <summary>How batches are run: the section "KiemDiem:Batch" of the configuration.</summary>
public sealed record BatchSettings
{
    public BatchMode Mode { get; init; }

    public BatchRole Role { get; init; }

    /// <summary>Of this machine: the state of the embedded engine, its lock, and work that is thrown away.</summary>
    public required string DataDir { get; init; }

    /// <summary>Of PostgreSQL; for a cluster only.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Chunks that this process works on at once; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Records of a chunk; about a third of a second of work, beside which queueing does not count.</summary>
    public int ChunkRecords { get; init; } = 200;

    /// <summary>How often a chunk is begun before it is given up.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// A chunk that was begun more often than this has perhaps killed the process: its records are rendered by a child.
    /// </summary>
    public int ChildAfterAttempts { get; init; } = 2;

    /// <summary>How long a child may take for a record; the largest allowed one takes about three seconds.</summary>
    public TimeSpan RecordTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker of a cluster says that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long it may be silent before others take over what it was doing.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an idle worker looks for work.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often work that got lost between the ledger and the queue is looked for.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a batch that has ended is kept.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Bytes that all batches together may take; null for no limit.</summary>
    public long? DiskLimit { get; init; }

    /// <summary>
    /// Whether files are on the disk, and not only with the operating system, before they count as done: so they
    /// survive a power cut.
    /// </summary>
    public bool SurvivesPowerCut { get; init; } = true;

    public StorageSettings Storage { get; init; } = new();

    /// <summary>Who may be told that a batch has ended.</summary>
    public WebhookSettings Webhook { get; init; } = new();

    /// <summary>How large a source may be that comes over HTTP.</summary>
    public long MaxUploadBytes { get; init; } = 2L << 30;

    /// <summary>The command line makes one batch in a folder, with its state below it; a service makes many.</summary>
    public bool IsSingleFolder { get; init; }

    /// <summary>A file for what may be too large for memory; it is gone when it is closed.</summary>
    public Stream OpenScratch() => Scratch.NewFile(Path.Combine(DataDir, "scratch"));

    internal int WorkersOrDefault => Workers > 0 ? Workers : Environment.ProcessorCount;

    /// <summary>Where a batch puts what it makes, as a prefix of keys.</summary>
    internal string OutputOf(string batch) => IsSingleFolder ? "" : $"{batch}/out/";

    /// <summary>Where a batch keeps what it works with.</summary>
    internal string WorkOf(string batch) => IsSingleFolder ? $"{SingleFolderState}/{batch}/" : $"{batch}/work/";

    /// <summary>The folder that keeps the state of a batch of the command line, beside what it makes.</summary>
    public const string SingleFolderState = ".kiemdiem";
}
