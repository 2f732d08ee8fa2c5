using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Quality;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What is wrong in the catalogue is found, explained, proposed and decided.</summary>
public sealed class CatalogueQualityTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_whole_catalogue_is_checked_and_every_defect_that_was_put_in_is_found_and_no_other(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        for (var i = 0; i < 10; i++) await Add(host, $"T{i}", $"Brand {(char)('a' + i)} tea", price: 10m + i);
        await Add(host, "T-0", "Something else", price: 12m);
        await Add(host, "DEAR", "Gold", price: 1_000m);
        await Add(host, "CHEAP", "Dust", price: 0.1m);
        await Add(host, "NAME", "BRAND  Â tea", price: 12m);
        await Add(host, "BAR1", "First of a barcode", price: 12m, barcode: "4006381333931");
        await Add(host, "BAR2", "Second of a barcode", price: 12m, barcode: "4006381333931");
        await Add(host, "BAR3", "Third, elsewhere", price: 12m, barcode: "4006381333931", category: null);
        await Add(host, "GREEN", "Loose tea 500g", price: 12m, category: null);
        await Add(host, "COST", "Without a cost", price: 12m, cost: null);
        await host.Product("OFF", isActive: false);

        await host.Do(new StartCatalogueCheck());
        await host.Harness.RunOperations();

        var found = await Found(host);
        found.Select(f => $"{f.Sku} {f.Check}").ShouldBe(
            [
                "T-0 duplicate-sku", "DEAR price-outlier", "CHEAP price-outlier", "NAME duplicate-name", "BAR2 duplicate-barcode", "BAR3 category-missing", "GREEN category-missing",
                "COST cost-missing",
            ], ignoreOrder: true);
        found.Single(f => f.Sku == "GREEN").Finding.ProposalValues.ShouldBe(["tea", "11", "11"]);
        found.Single(f => f.Sku == "BAR3").Finding.ProposalKind.ShouldBeNull();
        var dear = found.Single(f => f.Sku == "DEAR").Finding;
        ProductChecks.Explain(dear.Check, dear.Values).English.ShouldStartWith("The list price of 1000 EUR lies ");
        (await Score(host, "T1")).ShouldBe(100m);
        (await Score(host, "COST")).ShouldBe(80m);
        (await host.See(db => db.Set<QualityScore>().CountAsync())).ShouldBe(19);
        var snapshot = await host.See(db => db.Set<QualitySnapshot>().SingleAsync());
        // 8 findings of weights 20, 15, 15, 10, 15, 20, 20 and 20 in 19 products.
        (snapshot.Subjects, snapshot.Found, snapshot.Score).ShouldBe((19, 8, Math.Round(100m - (135m / 19m), 1)));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_changed_product_is_looked_at_again_by_itself_with_those_it_is_alike(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        var first = await Add(host, "A", "One", price: 10m);
        await Add(host, "B", "Two", price: 10m);
        await Changed(host);
        (await Found(host)).ShouldBeEmpty();

        await Change(host, first, p => p with { Name = "two" });
        await Changed(host);
        (await Found(host)).Select(f => (f.Sku, f.Check, f.Finding.OtherId)).ShouldBe([("B", "duplicate-name", (Guid?)first)]);

        await host.Do(new DeleteProduct(first));
        await Changed(host);
        (await Found(host)).ShouldBeEmpty();
        (await host.See(db => db.Set<QualityScore>().CountAsync())).ShouldBe(1);
        (await host.See(db => db.Set<QualityDue>().CountAsync())).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_proposal_is_carried_out_by_the_ordinary_command_and_the_finding_is_gone(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        foreach (var sku in (string[])["A", "B", "C"]) await Add(host, sku, $"Sort {sku}", price: 10m);
        var product = await Add(host, "D", "Unknown", price: 10m, cost: null, category: null);
        await host.Do(new AddSupplier { Code = "ACME", Name = "Acme", Currency = "EUR", Items = [new("A"), new("B"), new("C"), new("D")] });
        var supply = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("D", 5, UnitCost: 4.5m)] });
        await host.Do(new PlaceSupplyOrder { Id = supply.Id });
        await host.Do(new ReceiveSupplyOrder { Id = supply.Id });
        var twin = await Add(host, "d", "Twin", price: 10m);
        await Changed(host);

        var found = (await Found(host)).ToDictionary(f => f.Check, f => f.Finding);
        found.Keys.ShouldBe(["category-missing", "cost-missing", "duplicate-sku"], ignoreOrder: true);
        await host.Do(new AcceptProposal(found["category-missing"].Key));
        await host.Do(new AcceptProposal(found["cost-missing"].Key));
        await host.Do(new AcceptProposal(found["duplicate-sku"].Key));

        var mended = await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Id == new ProductId(product)));
        (mended.Category, mended.Cost, mended.IsActive).ShouldBe(("tea", 4.5m, true));
        (await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Id == new ProductId(twin)))).IsActive.ShouldBeFalse();
        (await Found(host)).ShouldBeEmpty();
        (await host.See(db => db.ProductCosts.CountAsync(c => c.Kind == CostKind.Standard && c.Cost == 4.5m))).ShouldBe(1);
        (await host.See(db => db.Audit.CountAsync(a => a.RecordType == "quality-finding"))).ShouldBe(3);
    }

    [Fact]
    public async Task What_was_dismissed_counts_no_more_and_does_not_come_back_until_what_it_rests_on_is_another()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        await Add(host, "A-1", "One", price: 10m);
        var twin = await Add(host, "a1", "Two", price: 10m);
        await Changed(host);
        var finding = (await Found(host)).Single().Finding.Key;
        (await Score(host, "a1")).ShouldBe(80m);

        await host.Do(new DismissFinding { Id = finding, Reason = "another company's number" });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DismissFinding { Id = finding, Reason = "again" }))).Rule.ShouldBe(QualityProblems.FindingDismissed);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptProposal(finding)))).Rule.ShouldBe(QualityProblems.FindingDismissed);
        (await Score(host, "a1")).ShouldBe(100m);
        await Change(host, twin, p => p with { Name = "Two, renamed" });
        await Changed(host);
        (await Found(host)).Single().Finding.State.ShouldBe(QualityFindingState.Dismissed);

        await host.Do(new ReopenFinding(finding));
        (await Score(host, "a1")).ShouldBe(80m);
        await host.Do(new DismissFinding { Id = finding, Reason = "another company's number" });
        await Change(host, twin, p => p with { Category = null });
        await Changed(host);
        (await Found(host)).Single(f => f.Check == "duplicate-sku").Finding.State.ShouldBe(QualityFindingState.Dismissed);
    }

    [Fact]
    public async Task What_was_dismissed_comes_back_for_what_becomes_of_its_own_product_and_not_for_what_becomes_of_others()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        var eldest = await Add(host, "A", "One", price: 10m);
        await Add(host, "B", "One", price: 10m);
        var product = await Add(host, "C", "One", price: 10m);
        await Changed(host);
        await host.Do(new DismissFinding { Id = (await Found(host)).Single(f => f.Sku == "C").Finding.Key, Reason = "they are two" });

        await Change(host, eldest, p => p with { IsActive = false });
        await Changed(host);
        var kept = (await Found(host)).Single().Finding;
        kept.State.ShouldBe(QualityFindingState.Dismissed);
        kept.Values.ShouldBe(["One", "B"]);
        await Change(host, product, p => p with { Name = "ONE" });
        await Changed(host);

        var back = (await Found(host)).Single().Finding;
        (back.State, back.Reason).ShouldBe((QualityFindingState.Open, null));
    }

    [Fact]
    public async Task Who_decides_on_a_finding_decides_on_what_they_have_read()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        for (var i = 0; i < 8; i++) await Add(host, $"T{i}", $"Brand {(char)('a' + i)}", price: 10m + i);
        var dear = await Add(host, "DEAR", "Gold", price: 1_000m);
        await host.Do(new CheckProducts([dear], []));
        var read = (await Found(host)).Single().Finding;
        await Add(host, "T9", "Brand z", price: 30m);
        await host.Do(new CheckProducts([dear], []));
        var seen = (await Found(host)).Single().Finding;
        (seen.Version, seen.Values.SequenceEqual(read.Values)).ShouldBe((read.Version, false), "others have moved the median, and nothing that would be decided");

        await Change(host, dear, p => p with { ListPrice = 0.01m });
        await host.Do(new CheckProducts([dear], []));

        await Should.ThrowAsync<VersionMismatch>(() => host.Do(new DismissFinding { Id = read.Key, Reason = "gold is dear" }, ifMatch: read.Version));
        (await Found(host)).Single().Finding.State.ShouldBe(QualityFindingState.Open);
    }

    [Fact]
    public async Task Rules_are_data_and_hold_for_whatever_is_looked_at_from_then_on()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        var product = await Add(host, "A", "One", price: 10m, cost: null, category: null);
        await host.Do(new CheckProducts([product], []));
        (await Score(host, "A")).ShouldBe(60m);

        await host.Do(new ChangeQualityRule { Check = "cost-missing", Weight = 20, Severity = QualitySeverity.Error, IsOn = false });
        await host.Do(new ChangeQualityRule { Check = "category-missing", Weight = 40, Severity = QualitySeverity.Error, IsOn = true, Parameters = new Dictionary<string, decimal> { ["share"] = 0.9m } });
        await host.Do(new CheckProducts([product], []));

        // 40 of the 100 that are left.
        (await Score(host, "A")).ShouldBe(60m);
        (await Found(host)).Select(f => (f.Check, f.Finding.Severity)).ShouldBe([("category-missing", QualitySeverity.Error)]);
        var rule = await host.See(db => db.Set<QualityRule>().AsNoTracking().SingleAsync(r => r.Check == "category-missing"));
        rule.Parameters.ShouldBe(new Dictionary<string, decimal> { ["share"] = 0.9m, ["leastLike"] = 3m }, ignoreOrder: true);
        await Should.ThrowAsync<InvalidInput>(() => host.Do(new ChangeQualityRule
        { Check = "price-outlier", Weight = 1, Severity = QualitySeverity.Notice, IsOn = true, Parameters = new Dictionary<string, decimal> { ["deviations"] = 0m } }));
        await Should.ThrowAsync<InvalidInput>(() => host.Do(new ChangeQualityRule
        { Check = "price-outlier", Weight = 1, Severity = QualitySeverity.Notice, IsOn = true, Parameters = new Dictionary<string, decimal> { ["unknown"] = 3m } }));
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new ChangeQualityRule { Check = "unknown", Weight = 1, Severity = QualitySeverity.Notice, IsOn = true }));
    }

    [Fact]
    public async Task A_proposal_is_refused_once_the_product_is_another_and_where_costs_are_hidden()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var product = await Add(host, "A", "One", price: 10m, cost: null, category: null);
        await host.Do(new SetProductCost { Id = product, Kind = CostKind.Current, Cost = 3m });
        await Changed(host);
        var finding = (await Found(host)).Single(f => f.Check == "cost-missing").Finding.Key;
        var masked = Callers.App with { Masks = new Dictionary<string, FieldMask> { ["products.cost"] = FieldMask.Omit } };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptProposal(finding), masked))).Rule.Code.ShouldBe("access.field-masked");
        await host.Do(new SetProductCost { Id = product, Kind = CostKind.Current, Cost = 4m });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptProposal(finding)))).Rule.ShouldBe(QualityProblems.DataChanged);
        var missing = (await Found(host)).Single(f => f.Check == "category-missing").Finding.Key;
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptProposal(missing)))).Rule.ShouldBe(QualityProblems.NothingProposed);
    }

    [SkippableTheory, EveryProvider]
    public async Task Looking_at_many_products_takes_no_more_commands_than_looking_at_few(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var few = new List<Guid>();
        for (var i = 0; i < 40; i++) few.Add(await Add(host, $"P{i}", $"Thing {i % 20} x", price: 10m, cost: i % 2 == 0 ? null : 5m, category: null));
        await host.Do(new CheckProducts(few, []));

        var three = await CommandLog.Of(() => host.Do(new CheckProducts([.. few.Take(3)], [])));
        var forty = await CommandLog.Of(() => host.Do(new CheckProducts(few, [])));

        forty.Count.ShouldBe(three.Count);
    }

    [Fact]
    public async Task A_run_after_many_changes_counts_the_prices_of_a_category_once()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶") });
        var product = await Add(host, "A", "One", price: 10m);
        // More notes than a run looks at in one step.
        await host.See(db =>
        {
            db.AddRange(Enumerable.Range(0, 250).Select(_ => new QualityDue(product)));
            return db.SaveChangesAsync();
        });

        var commands = await CommandLog.Of(() => Changed(host));

        commands.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal) && c.Contains("QualityDue")).ShouldBe(2, string.Join('\n', commands));
        commands.Count(c => c.Contains(".\"Id\" DESC")).ShouldBe(1, string.Join('\n', commands));
        (await host.See(db => db.Set<QualityDue>().CountAsync())).ShouldBe(0);
    }

    private static async Task<Guid> Add(
        SalesOrdersHost host, string sku, string name, decimal price, decimal? cost = 5m, string? category = "tea", string? barcode = null) =>
        (await host.Do(new AddProduct { Sku = sku, Name = name, ListPrice = price, Currency = "EUR", Cost = cost, Category = category, Barcode = barcode })).Id;

    private static async Task Change(SalesOrdersHost host, Guid product, Func<ChangeProduct, ChangeProduct> change)
    {
        var present = await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Id == new ProductId(product)));
        await host.Do(change(ChangeProduct.Of(present)));
    }

    /// <summary>The job that follows changes runs.</summary>
    private static async Task Changed(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        (await ((IScheduledJob)scope.ServiceProvider.GetRequiredService<CheckChangedProducts>()).Run(default)).ShouldEndWith(" 0 notes failed");
    }

    private static Task<List<FoundDefect>> Found(SalesOrdersHost host) => host.See(async db =>
    {
        var skus = await db.Products.IgnoreQueryFilters().ToDictionaryAsync(p => p.Id.Value, p => p.Sku);
        return (await db.Set<QualityFinding>().AsNoTracking().ToListAsync()).ConvertAll(f => new FoundDefect(skus[f.SubjectId], f.Check, f));
    });

    private static Task<decimal> Score(SalesOrdersHost host, string sku) => host.See(async db =>
    {
        var product = await db.Products.SingleAsync(p => p.Sku == sku);
        return (await db.Set<QualityScore>().AsNoTracking().SingleAsync(s => s.SubjectId == product.Key)).Score;
    });

    private sealed record FoundDefect(string Sku, string Check, QualityFinding Finding);
}
