using KiemDiem.Docs.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace KiemDiem.Docs.Tests.Support;

/// <summary>One PostgreSQL for all classes of a run, started when the first of them asks for it.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> server = new(() => PostgresServer.StartAsync(CancellationToken.None));

    public async Task<string> CreateDatabaseAsync(CancellationToken cancelled) =>
        await (await server.Value).CreateDatabaseAsync(cancelled);

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
            await (await server.Value).DisposeAsync();
    }
}

/// <summary>A database for one class: name it as <c>IClassFixture&lt;FreshDatabase&gt;</c>.</summary>
public sealed class FreshDatabase(SharedPostgres shared) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync() =>
        ConnectionString = await shared.CreateDatabaseAsync(TestContext.Current.CancellationToken);

    /// <summary>It goes with its server.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
