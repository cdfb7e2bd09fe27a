using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KiemDiem.Docs.Batch.Ledger;

/// <summary>The database of an installation; the engine keeps its queue in the same one.</summary>
/// <param name="Factory">How connections are made.</param>
/// <param name="ConnectionString">To where.</param>
internal sealed record LedgerDatabase(DbProviderFactory Factory, string ConnectionString) : IAsyncDisposable
{
    /// <summary>
    /// A machine that vanishes in the middle of a transaction holds its locks until the server notices: after 5 s.
    /// </summary>
    private const string EndSilentTransactions = "-c idle_in_transaction_session_timeout=5000";

    private const int BusySeconds = 15;

    /// <summary>SQLITE_FULL of sqlite.org/rescode.html.</summary>
    private const int SqliteFull = 13;

    /// <summary>SQLITE_IOERR_SHMSIZE: there was no room for the index of the write-ahead log.</summary>
    private const int SqliteNoRoomForIndex = 4874;

    /// <summary>Commits cost one write to the disk, and readers do not wait for writers. Kept in the file.</summary>
    private const string WriteAheadLog = "PRAGMA journal_mode = WAL";

    private DbDataSource? source;

    /// <summary>What is to be said once about how the database is kept; null for nothing.</summary>
    public string? Journal => Factory is SqliteFactory ? WriteAheadLog : null;

    public DbDataSource Source => source ??= Factory.CreateDataSource(ConnectionString);

    public static LedgerDatabase Of(BatchSettings settings) => settings.Mode switch
    {
        BatchMode.Embedded => Sqlite(Path.Combine(settings.DataDir, "state.db")),
        _ => Postgres(settings.ConnectionString
            ?? throw new InvalidOperationException("A cluster needs a connection string.")),
    };

    private static LedgerDatabase Sqlite(string file) => new(
        SqliteFactory.Instance,
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds }.ConnectionString);

    /// <summary>What the caller says counts; what it leaves open is set so that a dead peer is noticed.</summary>
    private static LedgerDatabase Postgres(string connectionString)
    {
        var said = new NpgsqlConnectionStringBuilder(connectionString);
        var builder = new NpgsqlConnectionStringBuilder
        {
            MaxPoolSize = 20,
            Timeout = 5,
            CommandTimeout = BusySeconds,
            KeepAlive = 10,
            Options = EndSilentTransactions,
        };
        foreach (var key in said.Keys.Cast<string>())
            builder[key] = said[key];
        return new(NpgsqlFactory.Instance, builder.ConnectionString);
    }

    /// <summary>Whether a fault says that the disk of the database is full.</summary>
    public static bool IsFull(Exception e) =>
        e is SqliteException { SqliteErrorCode: SqliteFull }
            or SqliteException { SqliteExtendedErrorCode: SqliteNoRoomForIndex }
            or PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
            await source.DisposeAsync();
        if (Factory is SqliteFactory)
            SqliteConnection.ClearAllPools();
    }
}
