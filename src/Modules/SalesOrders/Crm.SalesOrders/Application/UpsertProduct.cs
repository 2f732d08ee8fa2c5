using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application;

/// <summary>Makes the product with this key in another system what the body says: adds it, changes it, brings it back.</summary>
internal sealed record UpsertProduct : ProductContent, ICommand<ProductUpserted>
{
    [JsonIgnore]
    public ExternalRef Ref { get; init; } = new("", "");
}

/// <param name="Product">As it is now.</param>
/// <param name="WasCreated">False when the product was there before.</param>
internal sealed record ProductUpserted(ProductSaved Product, bool WasCreated);

internal sealed class UpsertProductValidator : ProductContentValidator<UpsertProduct>
{
    public UpsertProductValidator()
    {
        RuleFor(c => c.Ref.System).IsExternalSystem();
        RuleFor(c => c.Ref.Id).IsExternalId();
    }
}

internal sealed class UpsertProductHandler(SalesOrdersDbContext db) : ICommandHandler<UpsertProduct, ProductUpserted>
{
    public async Task<ProductUpserted> Handle(UpsertProduct command, CancellationToken ct)
    {
        var product = await db.ProductByRef(command.Ref.System, command.Ref.Id, ct);
        await db.RequireFreeProductRefs(command.ExternalRefs, product?.Id, ct);
        var refs = command.ExternalRefs?.Append(command.Ref).Distinct().ToList();
        if (product is not null)
        {
            db.CheckExpectedVersion(product);
            product.Restore();
            product.Change(command.Sku, command.ToFacts(), refs);
            return new ProductUpserted(ProductSaved.Of(product), WasCreated: false);
        }

        await db.RequireFreeSku(command.Sku, ct);
        product = Product.Create(command.Sku, command.ToFacts(), refs ?? [command.Ref]);
        db.Products.Add(product);
        db.StockLevels.Add(new StockLevel(product.Id, product.Sku, Warehouses.Default));
        return new ProductUpserted(ProductSaved.Of(product), WasCreated: true);
    }
}
