using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application;

/// <summary>Replaces what is said of a product.</summary>
internal sealed record ChangeProduct : ProductContent, ICommand<ProductSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeProductValidator : ProductContentValidator<ChangeProduct>;

internal sealed class ChangeProductHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(ChangeProduct command, CancellationToken ct)
    {
        var product = await db.ForChange<Product, ProductId>(new ProductId(command.Id), ct);
        await db.RequireFreeProductRefs(command.ExternalRefs, product.Id, ct);
        product.Change(command.Sku, command.ToFacts(), command.ExternalRefs);
        return ProductSaved.Of(product);
    }
}
