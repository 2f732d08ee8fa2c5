using System.Net;
using System.Net.Http.Headers;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Host.Tests.App;
using Crm.Testing;
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
                key = (await first.Line("crm_")).Trim();
                using var client = new HttpClient { BaseAddress = await Address(first) };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
                (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await client.GetAsync("/api/v1/customers/customers")).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await first.Stop()).ShouldBe(0, first.Output);
            }

            await using var second = Host(folder.FullName);
            await Address(second);
            (await second.Stop()).ShouldBe(0, second.Output);
            second.Output.ShouldNotContain("crm_");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_key_the_caller_is_told_how_to_sign_in()
    {
        await using var app = await CrmApp.Start();

        var answer = await app.Stranger().GetAsync("/api/v1/customers/customers");

        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"crm\"");
        await answer.Problem(401, "urn:crm:unauthenticated");
    }

    [Fact]
    public async Task An_address_that_nobody_serves_is_a_problem_too()
    {
        await using var app = await CrmApp.Start();

        await (await app.Administrator().GetAsync("/api/v1/nowhere")).Problem(404, "urn:crm:not-found");
        await (await app.Administrator().DeleteAsync("/api/v1/customers/customers")).Problem(405, "urn:crm:method-not-allowed");
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

    private static ChildProcess Host(string folder) => ChildProcess.OfAssembly(
        typeof(Program),
        ["--urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory],
        new Dictionary<string, string>
        {
            ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "crm.db")}",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        },
        folder);

    private static async Task<Uri> Address(ChildProcess host)
    {
        var line = await host.Line("Now listening on: ");
        return new Uri(line[(line.IndexOf("http", StringComparison.Ordinal))..].Trim());
    }
}
