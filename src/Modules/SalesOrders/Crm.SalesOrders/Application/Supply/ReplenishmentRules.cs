using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>What a caller says about a rule of replenishment.</summary>
internal abstract record ReplenishmentContent
{
    /// <summary>Code of the supplier.</summary>
    public required string Supplier { get; init; }

    public required ReplenishmentPolicy Policy { get; init; }

    /// <summary>Buys when the position is at or below it. It becomes the reorder point of the stock, too.</summary>
    public required int ReorderPoint { get; init; }

    /// <summary>Units: the position to fill up to, or the lot to buy, by the policy.</summary>
    public required int Quantity { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>Makes a rule for a product in a warehouse.</summary>
internal sealed record MakeReplenishmentRule : ReplenishmentContent, ICommand<ReplenishmentSaved>
{
    public required string Sku { get; init; }

    /// <summary>Code; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;
}

/// <summary>Replaces what a rule says.</summary>
internal sealed record ChangeReplenishmentRule : ReplenishmentContent, ICommand<ReplenishmentSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What came of a command on a rule.</summary>
internal sealed record ReplenishmentSaved(Guid Id, string Sku, string Warehouse, int Version)
{
    public static ReplenishmentSaved Of(ReplenishmentRule rule) => new(rule.Key, rule.Sku, rule.Warehouse, rule.Version);
}

internal abstract class ReplenishmentContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : ReplenishmentContent
{
    protected ReplenishmentContentValidator()
    {
        RuleFor(c => c.Supplier).NotEmpty().MaximumLength(Columns.Code);
        RuleFor(c => c.Policy).IsInEnum();
        RuleFor(c => c.ReorderPoint).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(c => c.Quantity).InclusiveBetween(1, Limits.MostUnits);
    }
}

internal sealed class MakeReplenishmentRuleValidator : ReplenishmentContentValidator<MakeReplenishmentRule>
{
    public MakeReplenishmentRuleValidator()
    {
        RuleFor(c => c.Sku).NotEmpty().MaximumLength(Columns.Sku);
        RuleFor(c => c.Warehouse).IsWarehouseCode();
    }
}

internal sealed class ChangeReplenishmentRuleValidator : ReplenishmentContentValidator<ChangeReplenishmentRule>
{
    public ChangeReplenishmentRuleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class MakeReplenishmentRuleHandler(SalesOrdersDbContext db) : ICommandHandler<MakeReplenishmentRule, ReplenishmentSaved>
{
    public async Task<ReplenishmentSaved> Handle(MakeReplenishmentRule command, CancellationToken ct)
    {
        await db.RequireWarehouse(command.Warehouse, ct);
        var goods = await db.UnitsOf([new StockLine(command.Sku, 1)], ct);
        var product = goods.Single();
        if (await db.ReplenishmentRules.AnyAsync(r => r.ProductId == product.ProductId && r.Warehouse == command.Warehouse, ct))
            throw SupplyRules.RuleTaken.Broken(command.Sku, command.Warehouse);
        var supplier = await db.SupplierOf(command.Supplier, ct);
        var rule = ReplenishmentRule.Make(
            product.ProductId, product.Sku, command.Warehouse, new ReplenishmentFacts(supplier.Id, command.Policy, command.ReorderPoint, command.Quantity, command.IsActive));
        db.ReplenishmentRules.Add(rule);
        (await db.LockStockToFill(goods, command.Warehouse, ct)).Levels.Single().Plan(command.ReorderPoint);
        return ReplenishmentSaved.Of(rule);
    }
}

internal sealed class ChangeReplenishmentRuleHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeReplenishmentRule, ReplenishmentSaved>
{
    public async Task<ReplenishmentSaved> Handle(ChangeReplenishmentRule command, CancellationToken ct)
    {
        var rule = await db.ForChange<ReplenishmentRule, ReplenishmentRuleId>(new ReplenishmentRuleId(command.Id), ct);
        var supplier = await db.SupplierOf(command.Supplier, ct);
        rule.Change(new ReplenishmentFacts(supplier.Id, command.Policy, command.ReorderPoint, command.Quantity, command.IsActive));
        (await db.LockStock([rule.ProductId], rule.Warehouse, ct)).Find(rule.ProductId)?.Plan(command.ReorderPoint);
        return ReplenishmentSaved.Of(rule);
    }
}
