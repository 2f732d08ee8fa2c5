using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Crm.Customers.Tests.Module.Duplicates;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
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
        await customers.Read<CustomersDbContext, int>(
            db => db.Customers.Where(c => c.Name == "Tea").ExecuteUpdateAsync(set => set.SetProperty(c => c.Grade, "A").SetProperty(c => c.GradeValidUntil, May)));
        Lines(await Read(customers, May, "grade")).ShouldBe(["-: 5 1 1 100", "A: 1 1 1 100"]);
        Lines(await Read(customers, June, "grade")).ShouldBe(["-: 6 3 4 400"], "it holds no longer");
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

    [Fact]
    public async Task Few_persons_cannot_be_told_from_what_one_of_two_dimensions_says_alone()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        foreach (var (industry, sex, count) in new[] { ("tea", Sex.Female, 4), ("tea", Sex.Male, 1), ("coffee", Sex.Female, 3), ("coffee", Sex.Male, 3), ("cocoa", Sex.Female, 3), ("cocoa", Sex.Male, 4) })
        {
            for (var i = 0; i < count; i++)
                await customers.Register(new CustomerInput { Name = $"{industry} {sex} {i}", Kind = CustomerKind.Person, Industry = industry, Sex = sex, Tags = (industry, sex) == ("tea", Sex.Male) ? ["vip"] : [] });
        }

        var read = await Read(customers, March, fewest: 3, "industry", "sex");

        // Tea is of five and men are eight, which anybody may read: had but one of its two been left out, or one of coffee's, it would be told.
        Lines(read).ShouldBe(["cocoa/male: 4 0 0 0", "cocoa/female: 3 0 0 0"]);
        read.Hidden.ShouldBe(4);
        await using var scope = customers.Scope();
        var analysis = scope.ServiceProvider.GetRequiredService<CustomerAnalysis>();
        var industries = Dimensions.All(scope.ServiceProvider.GetRequiredService<CustomersDbContext>(), March).Where(d => d.Key == "industry").ToList();
        (await analysis.Read(industries, "filter[tags]=vip", segment: null, March, fewest: 3, CancellationToken.None)).Groups.ShouldBeEmpty("who is chosen by a tag is told by it");
        Lines(await analysis.Read(industries, "filter[tags]=vip", segment: null, March, fewest: 0, CancellationToken.None)).ShouldBe(["tea: 1 0 0 0"]);
    }

    [Fact]
    public async Task Whoever_ordered_again_by_another_record_of_the_same_customer_was_kept()
    {
        const int ordered = 30, again = 15;
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var all = new List<Guid>();
        for (var i = 0; i <= ordered; i++) all.Add((await customers.Register(new CustomerInput { Name = $"Customer {i}" })).Id);
        foreach (var customer in all.Take(ordered)) await new SoldOrder(customers, customer).Confirmed(May.AddMonths(-18));
        foreach (var customer in all.Take(again).Append(all[^1])) await new SoldOrder(customers, customer).Confirmed(May);

        (await Retained(customers)).ShouldBe((true, ordered, again, 0.5m));
        await customers.Merge(all[^2], all[^1]);

        (await Retained(customers)).ShouldBe((true, ordered, again + 1, 16m / 30m));
        await customers.Unmerge(all[^1]);
        (await Retained(customers)).ShouldBe((true, ordered, again, 0.5m));

        static async Task<(bool, int, int, decimal)> Retained(ModuleHarness customers)
        {
            await using var scope = customers.Scope();
            var read = await scope.ServiceProvider.GetRequiredService<LifetimeValues>().Read([], June, CancellationToken.None);
            return (read.IsRetentionMeasured, read.CustomersBefore, read.CustomersAgain, read.Value.Retention);
        }
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
