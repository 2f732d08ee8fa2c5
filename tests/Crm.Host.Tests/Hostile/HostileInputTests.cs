using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Problems;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Hostile;

/// <summary>Tries every operation of the running host with what it must not choke on. New operations are tried without anybody adding them here.</summary>
public sealed class HostileInputTests
{
    private const int AtOnce = 4;
    private const int MostFindingsShown = 40;
    private const int MostSentAgain = 3000;

    /// <summary>Refused for the request itself, and so again the next time.</summary>
    private static readonly int[] AlwaysRefused = [400, 401, 405, 413, 415, 422, 428];

    private static readonly HashSet<string> KnownTypes =
        [.. typeof(ProblemType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((ProblemType)f.GetValue(null)!).Urn)];

    [Fact]
    public async Task Nothing_that_is_sent_breaks_the_host_or_leaves_half_a_write()
    {
        await using var app = await CrmApp.StartWithOwnKeys(DatabaseProvider.Sqlite);
        var client = app.Administrator();
        var attacks = Attacks.On(await ApiSurface.Of(client)).ToList();

        var refused = await NothingBreaks(app, client, attacks);

        refused.Count.ShouldBeGreaterThan(attacks.Count / 2, "most of it is wrong, so most of it must be refused");
        await NothingIsLeftOf([.. refused.OrderBy(a => a.Name, StringComparer.Ordinal)], app, client);
    }

    [SkippableFact]
    public async Task What_a_server_takes_less_of_than_a_file_breaks_nothing_either()
    {
        await using var app = await CrmApp.StartWithOwnKeys(DatabaseProvider.Postgres);
        var client = app.Administrator();
        var attacks = Attacks.OnServer(await ApiSurface.Of(client)).ToList();

        await NothingBreaks(app, client, attacks);

        attacks.Count.ShouldBeInRange(500, 5000, "every operation, but not all values with all properties");
    }

    /// <returns>What was refused for the request itself.</returns>
    private static async Task<ConcurrentBag<Attack>> NothingBreaks(CrmApp app, HttpClient client, List<Attack> attacks)
    {
        var findings = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<Attack>();
        await Parallel.ForEachAsync(attacks, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (attack, _) =>
        {
            var (status, finding) = await Try(client, attack);
            if (finding is not null) findings.Add($"{attack.Name} -> {finding}");
            if (AlwaysRefused.Contains(status)) refused.Add(attack);
        });
        var shown = findings.Order(StringComparer.Ordinal).Take(MostFindingsShown).Concat(app.ErrorLog.Errors);
        findings.ShouldBeEmpty($"of {attacks.Count} requests:\n{string.Join("\n\n", shown)}");
        return refused;
    }

    private static async Task NothingIsLeftOf(List<Attack> refused, CrmApp app, HttpClient client)
    {
        await app.EventsSettled();
        var before = await RowCounts(app);
        foreach (var attack in refused.Where((_, i) => i % ((refused.Count / MostSentAgain) + 1) == 0)) (await client.SendAsync(attack.Request())).Dispose();
        (await RowCounts(app)).ShouldBe(before);
    }

    private static async Task<(int Status, string? Finding)> Try(HttpClient client, Attack attack)
    {
        try
        {
            using var response = await client.SendAsync(attack.Request());
            var status = (int)response.StatusCode;
            if (status < 400) return (status, null);
            var body = await response.Content.ReadAsStringAsync();
            return (status, Finding(status, response.Content.Headers.ContentType?.MediaType, body));
        }
        catch (Exception failure)
        {
            return (0, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string? Finding(int status, string? contentType, string body)
    {
        if (status >= 500) return $"{status} {body}";
        if (contentType != RefusalHandler.ContentType) return $"{status} as {contentType ?? "nothing"}";
        var problem = JsonDocument.Parse(body).RootElement;
        var type = problem.Text("type")!;
        var isKnown = KnownTypes.Contains(type) || (type.StartsWith(ProblemType.Rule.Urn, StringComparison.Ordinal) && type.Length > ProblemType.Rule.Urn.Length);
        return isKnown && problem.GetProperty("status").GetInt32() == status ? null : $"{status} {body}";
    }

    /// <summary>Rows of every table but those in which the host itself writes things down now and then.</summary>
    private static async Task<string> RowCounts(CrmApp app)
    {
        await using var connection = new SqliteConnection(app.Services.GetRequiredService<DatabaseOptions>().ConnectionString);
        await connection.OpenAsync();
        var counts = new List<string>();
        foreach (var table in await Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            if (table.StartsWith("jobs_", StringComparison.Ordinal) || table.Contains("Audit", StringComparison.Ordinal) || table.Contains("Usage", StringComparison.Ordinal)) continue;
            counts.Add($"{table}: {(await Column(connection, $"SELECT COUNT(*) FROM \"{table}\""))[0]}");
        }

        return string.Join('\n', counts);
    }

    private static async Task<List<string>> Column(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
