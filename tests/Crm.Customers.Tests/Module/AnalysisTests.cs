using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class AnalysisTests
{
    private static readonly DateOnly March = new(2026, 3, 2);
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [SkippableTheory, EveryProvider]
    public async Task Customers_and_what_they_bought_are_counted_by_one_or_two_dimensions_as_of_a_day(DatabaseProvider provider)
    {
        await using var customers = await Company(provider);
        customers.TodayIs(June);

        Lines(await Read(customers, June, "industry")).ShouldBe(["tea: 3 2 3 300", "coffee: 2 1 1 100", "-: 1 0 0 0"]);
        Lines(await Read(customers, May, "industry")).ShouldBe(["tea: 3 2 2 200", "coffee: 2 0 0 0", "-: 1 0 0 0"]);
        Lines(await Read(customers, June, "country", "lifecycle")).ShouldBe(["-/prospect: 4 1 1 100", "DE/active: 1 1 2 200", "DE/prospect: 1 1 1 100"]);
        Lines(await Read(customers, June, "tag")).ShouldBe(["-: 4 1 1 100", "old: 2 2 3 300", "vip: 1 1 2 200"]);
        Lines(await Read(customers, June, "need")).ShouldBe(["-: 5 2 2 200", "quick answers: 1 1 2 200", "samples: 1 1 2 200"]);
        Lines(await Read(customers, June, "rfm")).ShouldBe(["-: 6 3 4 400"]);
        foreach (var dimension in new[] { "source", "channel", "region", "kind", "size", "owner", "unit" }) (await Read(customers, June, dimension)).Total.Customers.ShouldBe(6);
        (await Read(customers, new DateOnly(2026, 3, 1), "industry")).Total.Customers.ShouldBe(0);
    }

    [Fact]
    public async Task Groups_of_few_persons_are_left_out_and_cannot_be_told_from_the_total()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        foreach (var (sex, count) in new[] { (Sex.Female, 7), (Sex.Male, 6), (Sex.Other, 2) })
        {
            for (var i = 0; i < count; i++) await customers.Register(new CustomerInput { Name = $"{sex} {i}", Kind = CustomerKind.Person, Sex = sex, BornOn = new DateOnly(1990, 1, 1) });
        }

        var few = await Read(customers, March, fewest: 5, "sex");
        Lines(few).ShouldBe(["female: 7 0 0 0"]);
        (few.Hidden, few.Total.Customers).ShouldBe((2, 15));
        Lines(await Read(customers, March, fewest: 0, "sex", "ageBand")).ShouldBe(["female/35-44: 7 0 0 0", "male/35-44: 6 0 0 0", "other/35-44: 2 0 0 0"]);
        Lines(await Read(customers, March, fewest: 5, "kind")).ShouldBe(["person: 15 0 0 0"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Scores_and_lifetime_value_are_those_of_the_day(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (acme, late) = ((await customers.Register(CustomerDesk.Acme())).Id, (await customers.Register(new CustomerInput { Name = "Late" })).Id);
        await new SoldOrder(customers, acme, cost: 40m).Confirmed(May.AddYears(-3));
        await new SoldOrder(customers, acme, cost: 50m).Confirmed(May);
        var cancelled = new SoldOrder(customers, acme);
        await cancelled.Confirmed(May.AddDays(3));
        await cancelled.Cancelled(May.AddDays(4));
        await new SoldOrder(customers, late).Confirmed(June);

        await using var scope = customers.Scope();
        var buying = scope.ServiceProvider.GetRequiredService<BuyingReader>();
        (await Bought(buying, May, 24)).ShouldBe([(May, 1, 100m)]);
        (await Bought(buying, May.AddDays(3), 60)).ShouldBe([(May.AddDays(3), 3, 300m)]);
        (await Bought(buying, June, 24)).ShouldBe([(May, 1, 100m), (June, 1, 100m)]);
        (await Bought(buying, June, 0)).ShouldBe([(May, 0, 0m), (June, 0, 0m)]);
        var value = await scope.ServiceProvider.GetRequiredService<LifetimeValues>().Read([new CustomerId(acme)], June, CancellationToken.None);
        value.Value.ShouldBe(new LifetimeValue(Historic: 110m, YearlyMargin: 50m, Retention: 0.6m, Discount: 0.1m));
        (value.IsRetentionMeasured, value.CustomersBefore, value.OrdersWithoutCost, value.Value.Expected).ShouldBe((false, 0, 1, 60m));
        var before = await scope.ServiceProvider.GetRequiredService<LifetimeValues>().Read([new CustomerId(acme)], May.AddDays(-1), CancellationToken.None);
        (before.Value.Historic, before.Value.YearlyMargin).ShouldBe((60m, 0m));
    }

    private static async Task<ModuleHarness> Company(DatabaseProvider provider)
    {
        var customers = await CustomerDesk.Open(provider);
        var (tea, other) = (
            new CustomerInput { Name = "Tea", Industry = "tea", Tags = ["vip", "old"], Needs = "quick answers; samples", Lifecycle = Lifecycle.Active, Addresses = [new AddressInput(Country: "Germany")] },
            new CustomerInput { Name = "Tea 2", Industry = "tea", Tags = ["old"], Addresses = [new AddressInput(Country: "DE", Region: "BY")] });
        var (first, second) = ((await customers.Register(tea)).Id, (await customers.Register(other)).Id);
        await customers.Register(new CustomerInput { Name = "Tea 3", Industry = "tea " });
        var coffee = (await customers.Register(new CustomerInput { Name = "Coffee", Industry = "coffee" })).Id;
        await customers.Register(new CustomerInput { Name = "Coffee 2", Industry = "coffee" });
        await customers.Register(new CustomerInput { Name = "None" });
        await new SoldOrder(customers, first).Confirmed(May);
        await new SoldOrder(customers, second).Confirmed(May);
        await new SoldOrder(customers, first).Confirmed(June);
        await new SoldOrder(customers, coffee).Confirmed(June);
        return customers;
    }

    private static Task<AnalysedGroups> Read(ModuleHarness customers, DateOnly asOf, params string[] by) => Read(customers, asOf, fewest: 0, by);

    private static async Task<AnalysedGroups> Read(ModuleHarness customers, DateOnly asOf, long fewest, params string[] by)
    {
        await using var scope = customers.Scope();
        var known = Dimensions.All(scope.ServiceProvider.GetRequiredService<CustomersDbContext>(), asOf);
        return await scope.ServiceProvider.GetRequiredService<CustomerAnalysis>().Read([.. by.Select(key => known.Single(d => d.Key == key))], "", segment: null, asOf, fewest, CancellationToken.None);
    }

    private static IEnumerable<string> Lines(AnalysedGroups read) => read.Groups.OrderByDescending(g => g.Values.Customers).ThenBy(g => string.Join('/', g.Keys), StringComparer.Ordinal)
        .Select(g => $"{string.Join('/', g.Keys.Select(k => k ?? "-"))}: {g.Values.Customers} {g.Values.Buyers} {g.Values.Orders} {g.Values.Net:0}");

    private static async Task<IEnumerable<(DateOnly LastOn, int Orders, decimal Net)>> Bought(BuyingReader buying, DateOnly asOf, int months) =>
        (await buying.Read(asOf, months, CancellationToken.None)).Customers.Select(c => (c.LastOrderOn, c.Orders, c.Net)).Order();
}
