using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Hides a product: it can no longer be ordered, and its orders stay as they are.</summary>
internal sealed record DeleteProduct(Guid Id) : ICommand<ProductSaved>;

internal sealed class DeleteProductValidator : AbstractValidator<DeleteProduct>
{
    public DeleteProductValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteProductHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<DeleteProduct, ProductSaved>
{
    public async Task<ProductSaved> Handle(DeleteProduct command, CancellationToken ct)
    {
        var product = await db.ForChange<Product, ProductId>(new ProductId(command.Id), ct);
        product.Delete(time.GetUtcNow());
        return ProductSaved.Of(product);
    }
}
