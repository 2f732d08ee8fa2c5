using Npgsql;

namespace Crm.Benchmarks.Load;

/// <summary>
/// Years of orders, made by copying those that are there: rows and indexes are those of the product, only ids, numbers, customers and
/// moments differ. Through the API a million orders would take hours.
/// </summary>
internal sealed class OrderHistory(string connectionString) : IAsyncDisposable
{
    private const string Schema = "sales_orders";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{connectionString};Command Timeout=3600");

    /// <summary>Copies the first orders until there are as many as wanted.</summary>
    public async Task Grow(long orders, CancellationToken ct)
    {
        var there = await Count(ct);
        var originals = await Scalar($"SELECT count(*) FROM {Schema}.\"Orders\" WHERE \"Number\" NOT LIKE '%~%'", ct);
        var (from, to) = (there / originals, (orders / originals) - 1);
        if (to < from) return;
        await Copy("Orders", new()
        {
            ["Id"] = Id("Id"),
            ["Number"] = "o.\"Number\" || '~' || g",
            ["CustomerId"] = $"(SELECT ids[1 + (abs(hashtext(o.\"Number\" || g)) % cardinality(ids))] FROM customers)",
            ["PlacedAt"] = "o.\"PlacedAt\" - g * interval '1 minute'",
        }, "o.\"Number\" NOT LIKE '%~%'", from, to, ct);
        await Copy("OrderLines", new() { ["Id"] = Id("Id"), ["OrderId"] = Id("OrderId") },
            $"o.\"OrderId\" IN (SELECT \"Id\" FROM {Schema}.\"Orders\" WHERE \"Number\" NOT LIKE '%~%')", from, to, ct);
        await Execute($"VACUUM ANALYZE {Schema}.\"Orders\", {Schema}.\"OrderLines\"", ct);
    }

    public Task<long> Count(CancellationToken ct) => Scalar($"SELECT count(*) FROM {Schema}.\"Orders\"", ct);

    /// <summary>Orders from all of the history.</summary>
    public async Task<List<Guid>> Some(int orders, CancellationToken ct)
    {
        await using var command = _source.CreateCommand($"SELECT \"Id\" FROM {Schema}.\"Orders\" ORDER BY hashtext(\"Number\") LIMIT {orders}");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // The same original and number give the same id, so that lines find their order.
    private static string Id(string column) => $"md5(o.\"{column}\"::text || g)::uuid";

    private async Task Copy(string table, Dictionary<string, string> changed, string originals, long from, long to, CancellationToken ct)
    {
        var columns = await Columns(table, ct);
        var values = columns.Select(c => changed.GetValueOrDefault(c, $"o.\"{c}\""));
        await Execute(
            $"""
             WITH customers AS (SELECT array_agg("Id") AS ids FROM {Schema}."CustomerCopies")
             INSERT INTO {Schema}."{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
             SELECT {string.Join(", ", values)} FROM {Schema}."{table}" o, generate_series({from}, {to}) g WHERE {originals}
             """, ct);
    }

    private async Task<List<string>> Columns(string table, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(
            $"SELECT column_name FROM information_schema.columns WHERE table_schema = '{Schema}' AND table_name = '{table}' AND is_generated = 'NEVER'");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<string>();
        while (await reader.ReadAsync(ct)) columns.Add(reader.GetString(0));
        return columns;
    }

    private async Task<long> Scalar(string sql, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task Execute(string sql, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
