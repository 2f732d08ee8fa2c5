using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Crm.Testing.Databases;

/// <summary>
/// A private PostgreSQL of the tests, made from Debian's server and shared by all test processes of a user. It starts with the first
/// that asks and goes, with its data, after the last. <c>CRM_TEST_POSTGRES</c> names another server to use instead.
/// </summary>
public sealed class PostgresCluster
{
    private const string OverrideVariable = "CRM_TEST_POSTGRES";

    // From here on a copy goes page by page through the log, unless it is asked for as files, which takes half the time.
    private const int FirstToCopyThroughItsLog = 15;
    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(() => Start(durable: false));
    private static readonly Lazy<Task<PostgresCluster>> DurableCluster = new(() => Start(durable: true));

    // Its open standard input is what keeps the server running; see postgres-keeper.sh.
    private readonly Process? _keeper;
    private readonly string _connectionString;

    private PostgresCluster(Process? keeper, string connectionString)
    {
        _keeper = keeper;
        _connectionString = connectionString;
    }

    /// <summary>Why there is no PostgreSQL for the tests; null when there is one.</summary>
    public static string? Absence { get; } = Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } || Binaries() is not null
        ? null
        : $"PostgreSQL is not installed (Debian: apt install postgresql) and {OverrideVariable} names no server.";

    /// <summary>The usual one: without fsync, so that tests are quick. What a killed client committed is kept all the same.</summary>
    public static Task<PostgresCluster> Shared => SharedCluster.Value;

    /// <summary>One that waits for the disk at every commit, for measuring.</summary>
    public static Task<PostgresCluster> Durable => DurableCluster.Value;

    /// <summary>Makes a database of its own for a test.</summary>
    /// <param name="template">Database to copy; nobody may be connected to it meanwhile. None: an empty one.</param>
    public async Task<PostgresDatabase> NewDatabase(string? template = null)
    {
        var name = $"crm_{Guid.CreateVersion7():N}";
        if (template is null) await Execute($"CREATE DATABASE \"{name}\"");
        else await Copy(template, name);
        var connection = new NpgsqlConnectionStringBuilder(_connectionString) { Database = name, MaxPoolSize = 30, ConnectionIdleLifetime = 20 };
        return new PostgresDatabase(this, name, connection.ConnectionString);
    }

    internal async Task Drop(PostgresDatabase database)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(database.ConnectionString));
        await Execute($"DROP DATABASE IF EXISTS \"{database.Name}\" WITH (FORCE)");
    }

    /// <summary>Whoever made the template has just left it; on a busy machine the server may take longer to notice than the five seconds it waits by itself.</summary>
    private async Task Copy(string template, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Execute($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"", byFile: true);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 6)
            {
                continue;
            }
        }
    }

    private async Task Execute(string sql, bool byFile = false)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        if (byFile && connection.PostgreSqlVersion.Major >= FirstToCopyThroughItsLog) sql += " STRATEGY FILE_COPY";
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresCluster> Start(bool durable)
    {
        if (Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } given) return new PostgresCluster(null, given);

        var binaries = Binaries() ?? throw new InvalidOperationException(Absence);
        var directory = Path.Combine(durable ? Path.GetTempPath() : QuickFiles.Folder, $"crm-test-postgres-{Environment.UserName}{(durable ? "-durable" : "")}");
        var keeper = Process.Start(KeeperStart([directory, binaries, durable ? "on" : "off", .. FreePorts(4)]))!;
        var answer = await keeper.StandardOutput.ReadLineAsync() ?? "nothing";
        if (!answer.StartsWith("port ", StringComparison.Ordinal))
            throw new InvalidOperationException($"The private PostgreSQL in {directory} did not start: {answer}");

        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(answer[5..], CultureInfo.InvariantCulture),
            Username = "crm",
            Database = "postgres",
        };
        return new PostgresCluster(keeper, connection.ConnectionString);
    }

    private static ProcessStartInfo KeeperStart(IEnumerable<string> arguments)
    {
        // In a session of its own: what ends the tests and their children must not end the one that tidies up after them.
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in new[] { "--fork", "sh", "-c", KeeperScript(), "postgres-keeper" }.Concat(arguments)) start.ArgumentList.Add(argument);
        return start;
    }

    private static string KeeperScript()
    {
        using var stream = typeof(PostgresCluster).Assembly.GetManifestResourceStream("postgres-keeper.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? Binaries() => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0)
            .FirstOrDefault();

    private static List<string> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.ConvertAll(l => ((IPEndPoint)l.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}

/// <summary>A database of one test; dropped on dispose, whoever is still connected.</summary>
public sealed class PostgresDatabase(PostgresCluster cluster, string name, string connectionString) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string ConnectionString { get; } = connectionString;

    public async ValueTask DisposeAsync() => await cluster.Drop(this);
}
