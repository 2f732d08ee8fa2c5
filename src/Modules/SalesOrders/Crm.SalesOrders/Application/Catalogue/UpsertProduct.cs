using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Catalogue;

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

internal sealed class UpsertProductHandler(SalesOrdersDbContext db, Products products, UnseenFields unseen) : ICommandHandler<UpsertProduct, ProductUpserted>
{
    public Task<ProductUpserted> Handle(UpsertProduct command, CancellationToken ct) => db.ByReference(
        () => db.ProductByRef(command.Ref.System, command.Ref.Id, ct), () => Add(command, ct), product => Change(product!, command, ct));

    private async Task<ProductUpserted> Add(UpsertProduct command, CancellationToken ct)
    {
        await db.RequireFreeProductRefs(command.ExternalRefs, own: null, ct);
        await db.RequireFreeSku(command.Sku, ct);
        var product = await products.Add(command, Refs(command) ?? [command.Ref], ct);
        return new ProductUpserted(ProductSaved.Of(product), WasCreated: true);
    }

    private async Task<ProductUpserted> Change(Product product, UpsertProduct command, CancellationToken ct)
    {
        db.CheckExpectedVersion(product);
        var wanted = unseen.Keep(ProductContent.Resource, command, (UpsertProduct)command.Saying(product));
        await db.RequireFreeProductRefs(wanted.ExternalRefs, product.Id, ct);
        product.Restore();
        await products.Change(product, wanted, Refs(wanted with { Ref = command.Ref }), ct);
        return new ProductUpserted(ProductSaved.Of(product), WasCreated: false);
    }

    private static List<ExternalRef>? Refs(UpsertProduct command) => command.ExternalRefs?.Append(command.Ref).Distinct().ToList();
}
