using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Adds a product, without stock.</summary>
internal sealed record AddProduct : ProductContent, ICommand<ProductSaved>;

internal sealed class AddProductValidator : ProductContentValidator<AddProduct>;

internal sealed class AddProductHandler(SalesOrdersDbContext db, Products products) : ICommandHandler<AddProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(AddProduct command, CancellationToken ct)
    {
        await db.RequireFreeSku(command.Sku, ct);
        await db.RequireFreeProductRefs(command.ExternalRefs, own: null, ct);
        return ProductSaved.Of(await products.Add(command, command.ExternalRefs ?? [], ct));
    }
}
