using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Http;

/// <summary>The stories told in <c>docs/http</c> are true on a new host: each request is answered as the file promises, from the first to the last.</summary>
public sealed class HttpFileTests
{
    private static readonly string[] Trades = ["scenario-online-shop.http", "scenario-services.http", "scenario-retail.http"];

    internal static readonly string[] Handbook =
    [
        "customers.http", "customers-activities.http", "customers-cases.http", "customers-duplicates.http", "customers-figures.http", "customers-intake.http", "customers-opinions.http",
        "customers-opportunities.http", "customers-pools.http", "customers-processes.http", "customers-records.http",
        "sales-orders.http", "sales-orders-more.http", "sales-orders-quality.http", "planning.http", "planning-forecasts.http", "planning-prices.http", "planning-promotions.http",
        "planning-research.http", "reporting.http",
    ];

    private static string Folder => Path.Combine(Above("Crm.sln"), "docs", "http");

    [SkippableTheory, EveryProvider]
    public Task The_stories_of_three_trades_happen_as_they_are_told_on_every_database(DatabaseProvider provider) => Tell(provider, Trades);

    [Fact]
    public void No_file_is_left_out() => Directory.GetFiles(Folder, "*.http").Select(file => Path.GetFileName(file)).ShouldBe([.. Trades, .. Handbook], ignoreOrder: true);

    internal static async Task Tell(DatabaseProvider provider, IEnumerable<string> stories)
    {
        await using var app = await CrmApp.Start(provider);
        var owner = app.Administrator();
        foreach (var name in stories)
        {
            var file = HttpFile.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name)));
            file.Requests.Where(r => r.Expected is null).Select(r => $"{name}, line {r.Line}: {r.Title}").ShouldBeEmpty("Every request promises how it is answered.");
            var run = new HttpFileRun(app, name, new Dictionary<string, string>(file.Variables) { ["host"] = "http://localhost", ["key"] = owner.DefaultRequestHeaders.Authorization!.Parameter! });
            foreach (var step in file.Requests) await run.Send(step);
            await NothingDiffers(owner, name);
        }

        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    private static async Task NothingDiffers(HttpClient owner, string name)
    {
        foreach (var check in new[] { "stock/verify", "orders/check" })
        {
            var operation = await owner.Finished(await owner.Post($"/admin/v1/sales-orders/{check}", new { }));
            operation.GetProperty("problemCount").GetInt32().ShouldBe(0, $"{name}, {check}: {operation.GetRawText()}");
        }
    }

    [Fact]
    public void A_file_is_read_as_editors_read_it()
    {
        var file = HttpFile.Parse("""
            # prose
            @host = http://x
            ### First
            # @name made
            # expect 201
            # expect $.items[0].total 7.5
            POST {{host}}/a
            Content-Type: application/json

            { "b": 1 }

            ### Second
            // expect 200
            GET {{host}}/a/{{made.response.body.$.id}} HTTP/1.1
            """);

        file.Variables["host"].ShouldBe("http://x");
        file.Requests.Select(r => (r.Title, r.Name, r.Expected, r.Method, r.Body)).ShouldBe([("First", "made", 201, "POST", "{ \"b\": 1 }"), ("Second", null, 200, "GET", "")]);
        file.Requests[0].Promises.ShouldBe([("$.items[0].total", "7.5")]);
        file.Requests[0].Headers.ShouldBe([("Content-Type", "application/json")]);
        Should.Throw<FormatException>(() => HttpFile.Parse("### x\nPOTS http://x"));
    }

    private static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file))) folder = folder.Parent ?? throw new FileNotFoundException(file);
        return folder.FullName;
    }
}
