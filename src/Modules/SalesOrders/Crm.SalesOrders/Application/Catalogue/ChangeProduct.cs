using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Replaces what is said of a product.</summary>
internal sealed record ChangeProduct : ProductContent, ICommand<ProductSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The product as the command that would write it.</summary>
    public static ChangeProduct Of(Product product) =>
        (ChangeProduct)new ChangeProduct { Id = product.Key, Sku = "", Name = "", ListPrice = 0m, Currency = "" }.Saying(product);
}

internal sealed class ChangeProductValidator : ProductContentValidator<ChangeProduct>;

internal sealed class ChangeProductHandler(SalesOrdersDbContext db, Products products, UnseenFields unseen) : ICommandHandler<ChangeProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(ChangeProduct command, CancellationToken ct)
    {
        var product = await db.ForChange<Product, ProductId>(new ProductId(command.Id), ct);
        var wanted = unseen.Keep(ProductContent.Resource, command, ChangeProduct.Of(product));
        await db.RequireFreeProductRefs(wanted.ExternalRefs, product.Id, ct);
        await products.Change(product, wanted, wanted.ExternalRefs, ct);
        return ProductSaved.Of(product);
    }
}
