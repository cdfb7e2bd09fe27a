using System.Data.Common;

namespace KiemDiem.Docs.Batch.Ledger;

/// <summary>One statement at a time, over either database.</summary>
internal static class Sql
{
    /// <returns>How many rows it touched.</returns>
    public static async Task<int> RunAsync(
        this DbDataSource source, string text, CancellationToken cancelled, params (string Name, object? Value)[] given)
    {
        await using var command = source.CreateCommand(text);
        Give(command, given);
        return await command.ExecuteNonQueryAsync(cancelled);
    }

    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        this DbDataSource source,
        string text,
        Func<DbDataReader, T> read,
        CancellationToken cancelled,
        params (string Name, object? Value)[] given)
    {
        await using var command = source.CreateCommand(text);
        Give(command, given);
        await using var rows = await command.ExecuteReaderAsync(cancelled);
        var found = new List<T>();
        while (await rows.ReadAsync(cancelled))
            found.Add(read(rows));
        return found;
    }

    public static long? LongOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string? TextOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static void Give(DbCommand command, (string Name, object? Value)[] given)
    {
        foreach (var (name, value) in given)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }
}
