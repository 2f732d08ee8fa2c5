using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class CatalogueLimitsTests
{
    [Fact]
    public async Task A_category_with_too_many_products_is_not_given_to_another_in_one_step()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        foreach (var code in new[] { "Tea", "Drinks" }) await host.Do(new AddCategory { Code = code, Names = new Phrase(code, code) });
        var tea = await host.See(db => db.Categories.Where(c => c.Code == "Tea").Select(c => c.Id).SingleAsync());
        var origin = new CostOrigin(CostSource.Manual, DateOnly.MinValue, DateTimeOffset.UnixEpoch, Guid.Empty);
        await host.See(db =>
        {
            db.Products.AddRange(Enumerable.Range(0, 2001).Select(i => Product.Create($"T{i}", new ProductFacts($"Tea {i}", "Tea", null, 1m, "EUR", null, null, IsActive: true), [], origin)));
            return db.SaveChangesAsync();
        });

        var refused = await Should.ThrowAsync<RuleBroken>(() => host.Do(new DeleteCategory { Id = tea.Value, ReassignTo = "Drinks" }));

        (refused.Rule, refused.Values[1]).ShouldBe((CatalogueRules.CategoryTooLarge, 2001));
        (await host.See(db => db.Categories.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_an_importer_does_not_see_of_a_product_a_file_of_theirs_does_not_change()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        const string Profile = """
            { "target": "sales-orders.products", "key": { "system": "erp", "columns": ["Id"] },
              "fields": { "sku": { "column": "Id" }, "name": { "column": "Name" }, "listPrice": { "constant": "5" }, "currency": { "constant": "EUR" }, "taxClass": { "column": "Tax" } } }
            """;
        var clerk = new Caller(Guid.CreateVersion7(), CallerKind.Person, "Clerk") { MayAll = true, Masks = new Dictionary<string, FieldMask> { ["products.taxClass"] = FieldMask.Omit } };
        (await host.Harness.Import("sales-orders", Profile, "Id,Name,Tax\n1,Chai,full\n")).Counts.ShouldBe((1, 0, 0, 0));

        var refused = await host.Harness.Import("sales-orders", Profile, "Id,Name,Tax\n1,Chai,reduced\n", caller: clerk);
        var renamed = await host.Harness.Import("sales-orders", Profile, "Id,Name,Tax\n1,Chai tea,\n", caller: clerk);

        refused.Counts.ShouldBe((0, 0, 0, 1));
        refused.Problems.ShouldContain(p => p.Contains(UnseenFields.Masked.Code));
        renamed.Counts.ShouldBe((0, 1, 0, 0), string.Join("\n", renamed.Problems));
        var product = await host.See(db => db.Products.AsNoTracking().SingleAsync());
        (product.Name, product.TaxClass).ShouldBe(("Chai tea", "full"));
    }
}
