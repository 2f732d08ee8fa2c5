using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Says what a unit of a product costs.</summary>
internal sealed record SetProductCost : ICommand<ProductSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The standard cost, or a correction of the current one.</summary>
    public required CostKind Kind { get; init; }

    /// <summary>Per unit in the product's currency, up to eight decimals; null: not known any more.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>Business date from which it holds, today or earlier; left out, today in the caller's zone.</summary>
    public DateOnly? From { get; init; }
}

internal sealed class SetProductCostValidator : AbstractValidator<SetProductCost>
{
    public SetProductCostValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Cost).IsUnitPrice();
        RuleFor(c => c.From).IsBusinessDate();
    }
}

internal sealed class SetProductCostHandler(SalesOrdersDbContext db, Products products, CallerContext caller, TimeProvider time)
    : ICommandHandler<SetProductCost, ProductSaved>
{
    public async Task<ProductSaved> Handle(SetProductCost command, CancellationToken ct)
    {
        if (command.From is { } from && from > BusinessDay.Of(time, caller.Caller)) throw CatalogueRules.CostAhead.Broken(from);
        if (MaskedText.IsHidden(caller.Caller, ProductContent.CostField)) throw UnseenFields.Masked.Broken(ProductContent.CostField);
        var product = await db.ForChange<Product, ProductId>(new ProductId(command.Id), ct);
        product.SetCost(command.Kind, command.Cost, products.Origin(CostSource.Manual, command.From));
        return ProductSaved.Of(product);
    }
}
