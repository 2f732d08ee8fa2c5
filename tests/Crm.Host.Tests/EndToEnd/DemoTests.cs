using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What somebody sees who types the commands of the README and the operating manual.</summary>
public sealed partial class DemoTests
{
    [Fact]
    public async Task The_demo_prints_a_key_and_three_calls_that_work_and_leaves_a_report_mail()
    {
        var folder = Directory.CreateTempSubdirectory("crm-demo-");
        try
        {
            await using (var demo = Demo(folder.FullName))
            {
                await demo.Line("The demo company is ready");
                var key = KeyPattern().Match(await demo.Line("export CRM_KEY=")).Value;
                using var client = new HttpClient();
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
                var address = "";
                for (var call = 1; call <= 3; call++)
                {
                    address = AddressPattern().Match(await demo.Line("curl ")).Value;
                    var answer = await (await client.GetAsync(address)).Json();
                    (answer.TryGetProperty("items", out var items) ? items : answer.GetProperty("rows")).GetArrayLength().ShouldBeGreaterThan(0, $"call {call}");
                }

                foreach (var list in new[] { "activities", "cases", "reviews", "survey-answers" })
                {
                    var shown = await (await client.GetAsync(new Uri(new Uri(address), $"/api/v1/customers/{list}?limit=3"))).Json();
                    shown.GetProperty("items").GetArrayLength().ShouldBe(3, list);
                }

                var mails = Directory.GetFiles(Path.Combine(folder.FullName, "data", "mail"), "*.eml").Select(ReceivedMail.FromFile).ToList();
                mails.ShouldNotBeEmpty();
                mails.ShouldAllBe(mail => mail.Html != null && mail.Files.Count > 0);

                await using var second = Demo(folder.FullName);
                (await second.Exit()).ShouldBe(1);
                second.Output.ShouldContain("Another demo runs");
                (await demo.Stop()).ShouldBe(0, demo.Output);
            }

            await using var again = Demo(folder.FullName);
            await again.Line("The key was shown when the demo was made");
            (await again.Stop()).ShouldBe(0, again.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task A_database_server_is_prepared_by_a_run_that_migrates_and_ends()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Postgres);
        var folder = Directory.CreateTempSubdirectory("crm-migrate-");
        try
        {
            var settings = new Dictionary<string, string>
            {
                ["Database__Provider"] = "Postgres",
                ["Database__ConnectionString"] = database.ConnectionString,
                ["Keys__Master"] = CrmApp.MasterKey,
            };
            await using var tooEarly = HostProcess.Launch(folder.FullName, settings);
            (await tooEarly.Exit()).ShouldBe(1);
            tooEarly.Output.ShouldContain("Run Crm.Host --migrate");

            await using var migration = HostProcess.Launch(folder.FullName, settings, "--migrate");
            (await migration.Exit()).ShouldBe(0, migration.Output);
            KeyPattern().Count(migration.Output).ShouldBe(1, migration.Output);

            await using var host = HostProcess.Launch(folder.FullName, settings);
            await host.Line("requests are let in");
            (await host.Stop()).ShouldBe(0, host.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ChildProcess Demo(string folder) => HostProcess.Launch(folder, new Dictionary<string, string> { ["Demo__Days"] = "40" }, "demo");

    [GeneratedRegex("crm_[0-9A-Za-z]+_[0-9A-Za-z]+")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("http://[^\"]+")]
    private static partial Regex AddressPattern();
}
