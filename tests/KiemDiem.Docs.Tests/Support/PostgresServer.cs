using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// A real PostgreSQL 15 of Debian's package, on a port of this machine alone and in a folder of its own: what it has
/// committed is on the disk, so that it may be killed.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    private const string Superuser = "kiemdiem";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>It refuses to run as root; then it runs as the user that its package has made for it.</summary>
    private static readonly string[] AsItsUser = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
        : [];

    private readonly string folder;
    private readonly int port = FreePort();
    private readonly IDisposable deletion;
    private readonly Lock logging = new();
    private readonly Queue<string> log = new();
    private Process? process;
    private IDisposable? killing;
    private int databases;

    private PostgresServer()
    {
        folder = Run("mktemp", "--directory", "--tmpdir", "kiemdiem-test-postgres-XXXXXX").Trim();
        deletion = Janitor.OfRun.Delete(folder);
    }

    private string Data => Path.Combine(folder, "data");

    public static async Task<PostgresServer> StartAsync(CancellationToken cancelled)
    {
        Assert.True(Directory.Exists(Programs), "PostgreSQL is missing: apt-get install postgresql-15");
        var server = new PostgresServer();
        Run(
            $"{Programs}/initdb", "--pgdata", server.Data, "--username", Superuser, "--auth=trust", "--no-sync",
            "--encoding=UTF8", "--locale=C.UTF-8");
        await server.RestartAsync(cancelled);
        return server;
    }

    /// <returns>The connection string of a new and empty database.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancelled)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"batch_{Interlocked.Increment(ref databases)}");
        await using var connection = await ConnectAsync(cancelled);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancelled);
        return ConnectionString(name);
    }

    /// <summary>As a power cut ends it: nothing is flushed, nobody is told.</summary>
    public void Kill9()
    {
        process!.Kill();
        process.WaitForExit();
        killing!.Dispose();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it again where it was, and waits until it answers.</summary>
    public async Task RestartAsync(CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        while (true)
        {
            // Just after a kill its children may still hold the memory that they share; then it ends at once.
            if (process is null || process.HasExited)
                Launch();
            try
            {
                await using var connection = await ConnectAsync(patience.Token);
                return;
            }
            catch (Exception notYet) when (notYet is NpgsqlException or OperationCanceledException)
            {
                Assert.False(patience.IsCancellationRequested, $"PostgreSQL does not answer:\n{Log}");
                await Task.Delay(100, patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            Run($"{Programs}/pg_ctl", "--pgdata", Data, "--mode=immediate", "--wait", "stop");
            await process.WaitForExitAsync();
        }

        killing?.Dispose();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
        deletion.Dispose();
    }

    private string Log
    {
        get
        {
            lock (logging)
                return string.Join('\n', log);
        }
    }

    private static string Run(params string[] words)
    {
        string[] all = [.. AsItsUser, .. words];
        return Tool.Run(all[0], all[1..], folder: "/");
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private void Launch()
    {
        killing?.Dispose();
        process?.Dispose();
        string[] words =
        [
            .. AsItsUser, $"{Programs}/postgres", "-D", Data, "-k", folder,
            "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=on",
            "-c", "shared_buffers=64MB",
        ];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, WorkingDirectory = "/" };
        process = Process.Start(start)!;
        killing = Janitor.OfRun.Kill(process.Id);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    private void Remember(string? line)
    {
        lock (logging)
        {
            log.Enqueue(line ?? string.Empty);
            if (log.Count > 50)
                log.Dequeue();
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancelled)
    {
        var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        try
        {
            await connection.OpenAsync(cancelled);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Username={Superuser};Database={database}");
}
