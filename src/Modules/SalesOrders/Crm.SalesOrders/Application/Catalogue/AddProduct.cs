using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Adds a product, without stock.</summary>
internal sealed record AddProduct : ProductContent, ICommand<ProductSaved>;

internal sealed class AddProductValidator : ProductContentValidator<AddProduct>;

internal sealed class AddProductHandler(SalesOrdersDbContext db) : ICommandHandler<AddProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(AddProduct command, CancellationToken ct)
    {
        await db.RequireFreeSku(command.Sku, ct);
        await db.RequireFreeProductRefs(command.ExternalRefs, own: null, ct);
        var product = Product.Create(command.Sku, command.ToFacts(), command.ExternalRefs ?? []);
        db.Products.Add(product);
        db.StockLevels.Add(new StockLevel(product.Id, product.Sku, Warehouses.Default, product.ReorderLevel));
        return ProductSaved.Of(product);
    }
}
