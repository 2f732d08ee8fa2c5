using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

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
        var product = await db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).SingleOrDefaultAsync(p => p.Id == new ProductId(command.Id), ct)
            ?? throw new ResourceNotFound("product", command.Id.ToString());
        db.CheckExpectedVersion(product);
        product.Restore();
        return ProductSaved.Of(product);
    }
}
