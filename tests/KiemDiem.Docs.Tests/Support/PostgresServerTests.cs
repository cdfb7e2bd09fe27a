using Npgsql;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The database that tests of batches rely on is a real one, and survives what they do to it.</summary>
public sealed class PostgresServerTests(FreshDatabase database, SharedPostgres shared) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_PostgreSQL_15_with_every_commit_on_the_disk()
    {
        var version = await AskAsync(database.ConnectionString, "SHOW server_version");
        Assert.StartsWith("15.", version, StringComparison.Ordinal);
        Assert.Equal("on", await AskAsync(database.ConnectionString, "SHOW fsync"));
        Assert.Equal("on", await AskAsync(database.ConnectionString, "SHOW synchronous_commit"));
        Assert.Equal("UTF8", await AskAsync(database.ConnectionString, "SHOW server_encoding"));
    }

    [Fact]
    public async Task Each_class_has_a_database_of_its_own()
    {
        var other = await shared.CreateDatabaseAsync(Stop);

        await AskAsync(database.ConnectionString, "CREATE TABLE only_here (a int); SELECT 1");

        Assert.Equal("0", await AskAsync(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"));
    }

    [Fact]
    public async Task Killed_and_started_again_it_has_what_was_committed()
    {
        await using var server = await PostgresServer.StartAsync(Stop);
        var place = await server.CreateDatabaseAsync(Stop);
        await AskAsync(place, "CREATE TABLE kept (a int); INSERT INTO kept VALUES (7); SELECT 1");

        server.Kill9();
        var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(place, "SELECT a FROM kept"));
        await server.RestartAsync(Stop);

        Assert.NotNull(refused.InnerException);
        Assert.Equal("7", await AskAsync(place, "SELECT a FROM kept"));
    }

    private static async Task<string?> AskAsync(string connectionString, string question)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(question, connection);
        return (await command.ExecuteScalarAsync(Stop))?.ToString();
    }
}
