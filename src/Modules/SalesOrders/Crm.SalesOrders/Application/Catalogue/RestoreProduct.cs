using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Brings a deleted product back.</summary>
internal sealed record RestoreProduct(Guid Id) : ICommand<ProductSaved>;

internal sealed class RestoreProductValidator : AbstractValidator<RestoreProduct>
{
    public RestoreProductValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreProductHandler(SalesOrdersDbContext db) : ICommandHandler<RestoreProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(RestoreProduct command, CancellationToken ct)
    {
        var product = await db.ForRestore<Product, ProductId>(new ProductId(command.Id), ct);
        product.Restore();
        return ProductSaved.Of(product);
    }
}
