using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Northwind;

/// <summary>A whole company out of its files, through nothing but the public API.</summary>
public sealed class NorthwindTests
{
    private const string Sales = "/api/v1/reporting/reports/sales";
    private const string Schedules = "/api/v1/reporting/schedules";
    private const string Users = "/admin/v1/users";

    [SkippableTheory, EveryProvider]
    public async Task Northwind_comes_in_whole_and_its_reports_and_the_mail_agree_to_the_cent(DatabaseProvider provider)
    {
        var sample = NorthwindSample.FindOrSkip();
        var pickup = Directory.CreateTempSubdirectory("crm-northwind-mail-");
        try
        {
            await using var app = await CrmApp.Start(provider, ("Mail:PickupFolder", pickup.FullName), ("Jobs:Enabled", "true"));
            var northwind = app.Administrator();

            await ComesIn(app, northwind, sample);
            await IsAllThere(northwind, sample);
            await ReportsAgree(northwind, sample);
            await MailAgrees(northwind, sample, pickup);
            await RebuildsToTheSameFacts(northwind, sample);
        }
        finally
        {
            pickup.Delete(recursive: true);
        }
    }

    private static async Task ComesIn(CrmApp app, HttpClient northwind, NorthwindSample sample)
    {
        (await northwind.Import("platform", "northwind-employees", sample.Open("Employees.csv"))).ShouldBe((9, 0, 0, 0));
        var predicted = await northwind.Import("customers", "northwind-customers", sample.Open("Customers.csv"), dryRun: true);
        (await Total(northwind, "/api/v1/customers/customers")).ShouldBe(0, "a dry run leaves nothing behind");
        (await northwind.Import("customers", "northwind-customers", sample.Open("Customers.csv"))).ShouldBe(predicted);
        predicted.ShouldBe((sample.Count("customers"), 0, 0, 0));
        (await northwind.Import("sales-orders", "northwind-products", sample.Open("Products.csv"))).ShouldBe((sample.Count("products"), 0, 0, 0));
        await app.EventsSettled();

        (await northwind.Import("sales-orders", "northwind-orders", sample.Open("Orders.csv"), sample.Open("OrderDetails.csv")))
            .ShouldBe((sample.Count("orders"), 0, 0, 0));
        await app.EventsSettled();

        (await northwind.Import("platform", "northwind-employees", sample.Open("Employees.csv"))).ShouldBe((0, 0, 9, 0));
        (await northwind.Import("customers", "northwind-customers", sample.Open("Customers.csv"))).ShouldBe((0, 0, sample.Count("customers"), 0));
    }

    private static async Task IsAllThere(HttpClient northwind, NorthwindSample sample)
    {
        (await Total(northwind, "/api/v1/customers/customers")).ShouldBe(sample.Count("customers"));
        (await Total(northwind, "/api/v1/sales-orders/products")).ShouldBe(sample.Count("products"));
        (await Total(northwind, "/api/v1/sales-orders/orders")).ShouldBe(sample.Count("orders"));
        (await Total(northwind, "/api/v1/sales-orders/orders", "&filter[fulfilment]=none")).ShouldBe(21);
        var levels = (await Read(northwind, "/api/v1/sales-orders/stock?limit=500")).GetProperty("items").EnumerateArray();
        levels.ToDictionary(l => l.Text("sku")!, l => l.GetProperty("onHand").GetInt32()).ShouldBe(sample.Stock(), ignoreOrder: true);
    }

    private static async Task ReportsAgree(HttpClient northwind, NorthwindSample sample)
    {
        var all = await Read(northwind, Sales);
        all.Text("net").ShouldBe("exact", "the report names which net it shows");
        var totals = all.GetProperty("totals");
        totals.GetProperty("orders").GetInt32().ShouldBe(sample.Count("orders"));
        totals.GetProperty("lines").GetInt32().ShouldBe(sample.Count("lines"));
        Amount(totals, "gross").ShouldBe(sample.Figure("gross_total"));
        Amount(totals, "net").ShouldBe(sample.Figure("net_total"));
        totals.GetProperty("netUnrounded").GetDecimal().ShouldBe(sample.Figure("net_total_unrounded"));
        Amount(totals, "freight").ShouldBe(sample.Figure("freight_total"));

        var year = await Read(northwind, $"{Sales}?from=1997-01-01&to=1997-12-31");
        Amount(year.GetProperty("totals"), "net").ShouldBe(sample.Figure("net_1997"));

        var best = await Read(northwind, $"{Sales}?by=customer&top=3");
        best.GetProperty("rows").EnumerateArray().Select(r => (r.Text("code"), r.Text("name"), Amount(r.GetProperty("figures"), "net")))
            .ShouldBe(sample.BestCustomers());
    }

    private static async Task MailAgrees(HttpClient northwind, NorthwindSample sample, DirectoryInfo pickup)
    {
        var manager = await MayReadReports(northwind, "northwind-2");
        var made = await northwind.Post(Schedules, new { name = "Northwind by month", period = "lastDays:36500", by = "month", cron = "0 0 7 1 * ?", timeZone = "Europe/Berlin" });
        var schedule = $"{Schedules}/{(await made.Json(HttpStatusCode.Created)).Text("id")}";
        await (await northwind.Post($"{schedule}/subscriptions", new { userId = manager, email = "fuller@northwind.example", attachment = "csv" })).Json(HttpStatusCode.Created);

        await (await northwind.Post($"{schedule}/run-now", new { })).Json(HttpStatusCode.Accepted);
        await (await northwind.Post("/admin/v1/jobs/reporting/send-due-reports/run", new { })).Json(HttpStatusCode.Accepted);

        await Sent(northwind, schedule);
        var mail = ReceivedMail.FromFile(pickup.GetFiles("*.eml").ShouldHaveSingleItem().FullName);
        var net = sample.Figure("net_total");
        mail.To.ShouldContain("fuller@northwind.example");
        mail.Text.ShouldContain(net.ToString("N2", CultureInfo.InvariantCulture));
        mail.Html.ShouldNotBeNull().ShouldContain(net.ToString("N2", CultureInfo.InvariantCulture));
        var months = Encoding.UTF8.GetString(mail.Files.ShouldHaveSingleItem().Content)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')).ToList();
        months.Sum(month => int.Parse(month[1], CultureInfo.InvariantCulture)).ShouldBe(sample.Count("orders"));
        // Each month is rounded by itself.
        months.Sum(month => decimal.Parse(month[4], CultureInfo.InvariantCulture)).ShouldBe(net, 0.005m * months.Count);
    }

    private static async Task RebuildsToTheSameFacts(HttpClient northwind, NorthwindSample sample)
    {
        var rebuilt = (await northwind.Finished(await northwind.Post("/admin/v1/reporting/projection/rebuild", new { }))).GetProperty("result");

        rebuilt.Text("hashBefore").ShouldNotBeNullOrEmpty();
        rebuilt.Text("hashAfter").ShouldBe(rebuilt.Text("hashBefore"));
        Amount((await Read(northwind, Sales)).GetProperty("totals"), "net").ShouldBe(sample.Figure("net_total"));
    }

    private static async Task<string?> MayReadReports(HttpClient northwind, string login)
    {
        var user = (await Read(northwind, $"{Users}?filter[login]={login}")).GetProperty("items")[0];
        var path = $"{Users}/{user.Text("id")}";
        var tag = (await northwind.GetAsync(path)).Tag();
        await (await northwind.Put(path, new { name = user.Text("name"), timeZone = "UTC", roles = new[] { "analyst" }, active = true }, tag)).Json();
        return user.Text("id");
    }

    private static async Task Sent(HttpClient northwind, string schedule)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await Read(northwind, $"{schedule}/deliveries?filter[state]=taken")).GetProperty("items").GetArrayLength() == 0)
            await glance.WaitForNextTickAsync(limit.Token);
    }

    private static async Task<JsonElement> Read(HttpClient northwind, string path) => await (await northwind.GetAsync(path)).Json();

    private static async Task<int> Total(HttpClient northwind, string path, string filter = "") =>
        (await Read(northwind, $"{path}?limit=1&total=exact{filter}")).GetProperty("total").GetInt32();

    private static decimal Amount(JsonElement figures, string name) => figures.GetProperty(name).GetProperty("amount").GetDecimal();
}
