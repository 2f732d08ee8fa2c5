using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Domain.Copies;
using Crm.Planning.Persistence;
using Crm.SalesOrders.Contracts;

namespace Crm.Planning.Application.Consumers.Products;

/// <summary>Keeps what prices follow from: cost, price and category of every product.</summary>
internal sealed class KeepProducts(PlanningDbContext db) : IConsumer<ProductChangedV1>
{
    public async Task Consume(Received<ProductChangedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        var copies = db.Set<ProductCopy>();
        var copy = await copies.FindAsync([told.ProductId], ct) ?? copies.Add(ProductCopy.Of(told.ProductId)).Entity;
        copy.Take(new ProductFacts(told.Sku, told.Category, told.ListPrice, told.Currency, told.Cost, told.CurrentCost), received.StreamPosition);
    }
}
