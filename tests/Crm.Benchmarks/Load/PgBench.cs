using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Crm.Benchmarks.Load;

/// <summary>The floor: the rows and commits of one placed and confirmed order, written by pgbench without any application.</summary>
internal static partial class PgBench
{
    public static async Task<double> TransactionsPerSecond(string connectionString, int clients, TimeSpan length, CancellationToken ct)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        await Psql(connection, "Floor/schema.sql", ct);
        var start = Start("pgbench", connection);
        foreach (var argument in new[] { "-n", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{(int)length.TotalSeconds}", "-f", Path.Combine(AppContext.BaseDirectory, "Floor/place-and-confirm.sql"), connection.Database! })
            start.ArgumentList.Add(argument);
        var output = await Run(start, ct);
        return double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task Psql(NpgsqlConnectionStringBuilder connection, string file, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file), ct));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static ProcessStartInfo Start(string program, NpgsqlConnectionStringBuilder connection)
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", program)).FirstOrDefault(File.Exists)
            : null;
        var start = new ProcessStartInfo(debian ?? program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        return start;
    }

    private static async Task<string> Run(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException(await errors);
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
