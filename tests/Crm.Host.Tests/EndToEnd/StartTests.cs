using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Startup;
using Crm.Host.Tests.App;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

public sealed class StartTests
{
    [Fact]
    public async Task The_first_start_prints_one_administrator_key_and_a_stop_is_graceful()
    {
        var folder = Directory.CreateTempSubdirectory("crm-start-");
        try
        {
            string key;
            await using (var first = Host(folder.FullName))
            {
                using var client = new HttpClient { BaseAddress = await HostProcess.Address(first) };
                key = (await first.Line("crm_")).Trim();
                await first.Line("requests are let in");
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
                (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await client.GetAsync("/api/v1/customers/customers")).StatusCode.ShouldBe(HttpStatusCode.OK);
                await LogsWhatIsRefused(client, first);
                await Replace(client, first.Output);
                (await first.Stop()).ShouldBe(0, first.Output);
            }

            await using var second = Host(folder.FullName);
            await HostProcess.Address(second);
            (await second.Stop()).ShouldBe(0, second.Output);
            second.Output.ShouldNotContain("crm_");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task While_the_database_is_prepared_the_host_lives_and_asks_to_come_again_later()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        var errors = new ErrorLog();
        await using var app = CrmApp.Build(DatabaseProvider.Sqlite, database.ConnectionString, [], errors);
        var (listening, mayPrepare) = (new TaskCompletionSource(), new TaskCompletionSource());
        var running = CrmHost.Run(app, async stopping =>
        {
            listening.SetResult();
            await mayPrepare.Task;
            await CrmHost.Prepare(app, migrateServersToo: false, stopping);
        });
        await listening.Task;
        using var client = app.GetTestClient();

        foreach (var path in new[] { "/api/v1/customers/customers", "/admin/v1/roles", "/health/ready", "/openapi/v1.json", "/nowhere" })
        {
            var answer = await client.GetAsync(path);
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
            await answer.Problem(503, "urn:crm:unavailable");
        }

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        errors.Errors.ShouldBeEmpty("no loop may look for tables that are not there yet");

        mayPrepare.SetResult();
        await app.Services.GetRequiredService<StartGate>().Opened;
        await (await client.GetAsync("/api/v1/customers/customers")).Problem(401, "urn:crm:unauthenticated");
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Lifetime.StopApplication();
        await running;
        errors.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_while_it_starts_stops()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        await using var app = CrmApp.Build(DatabaseProvider.Sqlite, database.ConnectionString, [], new ErrorLog());
        var running = CrmHost.Run(app, stopping => new TaskCompletionSource().Task.WaitAsync(stopping));

        app.Lifetime.StopApplication();

        await running;
        app.Services.GetRequiredService<StartGate>().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_host_with_an_endpoint_that_does_not_say_who_may_use_it_lets_nobody_in()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        await using var app = CrmApp.Build(DatabaseProvider.Sqlite, database.ConnectionString, [], new ErrorLog());
        app.MapGet("/forgotten", () => "oops");

        var refused = await Should.ThrowAsync<StartupFailure>(() => CrmHost.Run(app, _ => Task.CompletedTask));

        refused.Message.ShouldContain("GET /forgotten");
        app.Services.GetRequiredService<StartGate>().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_module_that_is_switched_off_has_no_addresses()
    {
        await using var app = await CrmApp.Start(settings: ("Modules:customers:Enabled", "false"));

        await (await app.Administrator().GetAsync("/api/v1/customers/customers")).Problem(404, "urn:crm:not-found");
        (await app.Administrator().GetStringAsync("/openapi/v1.json")).ShouldNotContain("/api/v1/customers/");
    }

    [Fact]
    public async Task A_setting_for_a_module_that_does_not_exist_stops_the_start()
    {
        var refused = await Should.ThrowAsync<StartupFailure>(() => CrmApp.Start(settings: ("Modules:custmers:Enabled", "false")));

        refused.Message.ShouldContain("custmers");
        refused.Message.ShouldContain("customers");
    }

    private static async Task LogsWhatIsRefused(HttpClient client, ChildProcess host)
    {
        for (var i = 0; i < 2; i++) await client.Post(Annas.Customers, new { code = "C-1", name = "Twice" });

        var entry = JsonDocument.Parse(await host.Line("customers.code-taken")).RootElement;

        entry.Text("LogLevel").ShouldBe("Information");
        entry.GetProperty("Scopes").EnumerateArray().Any(s => s.ValueKind == JsonValueKind.Object && s.TryGetProperty("Command", out _)).ShouldBeTrue();
    }

    /// <summary>Does what the notice beside the first key says.</summary>
    private static async Task Replace(HttpClient client, string notice)
    {
        var steps = Regex.Matches(notice, "(?:POST|GET) (/admin/v1/clients/[^ ;]+(?: of this one>/revoke)?)").Select(m => m.Groups[1].Value).ToList();
        var old = (await (await client.GetAsync(steps[2])).Json()).GetProperty("keys")[0].Id();
        var another = (await (await client.Post(steps[0], new { })).Json()).Text("key");

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", another);
        await (await client.Post(steps[1].Replace("<id of this one>", old.ToString(), StringComparison.Ordinal), new { })).Json();

        (await (await client.GetAsync(steps[2])).Json()).GetProperty("keys").EnumerateArray().Count(k => k.GetProperty("valid").GetBoolean()).ShouldBe(1);
    }

    private static ChildProcess Host(string folder) =>
        HostProcess.Launch(folder, new Dictionary<string, string> { ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "crm.db")}" });
}
