using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>What a caller says about a supply order while it is a draft.</summary>
internal abstract record SupplyOrderContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "supply-orders";

    /// <summary>Each product once.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    public string? Note { get; init; }

    /// <param name="Sku">Of the product.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="UnitCost">In the supplier's currency, up to eight decimals; left out, what the supplier usually takes.</param>
    /// <param name="ExpectedOn">When it should arrive; left out, by the lead time.</param>
    internal sealed record Line(string Sku, int Quantity, decimal? UnitCost = null, DateOnly? ExpectedOn = null);
}

/// <summary>Drafts an order to a supplier.</summary>
internal sealed record DraftSupplyOrder : SupplyOrderContent, ICommand<SupplyOrderSaved>
{
    /// <summary>Code of the supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>Code of the warehouse the goods go to; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;
}

/// <summary>Replaces what a draft says.</summary>
internal sealed record ChangeSupplyOrder : SupplyOrderContent, ICommand<SupplyOrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What came of a command on a supply order.</summary>
internal sealed record SupplyOrderSaved(Guid Id, string Number, SupplyOrderState State, int Version)
{
    public static SupplyOrderSaved Of(SupplyOrder order) => new(order.Key, order.Number, order.State, order.Version);
}

internal abstract class SupplyOrderContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : SupplyOrderContent
{
    protected SupplyOrderContentValidator()
    {
        RuleFor(c => c.Lines).NotEmpty().Must(lines => lines is null || lines.Count <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.DistinctBy(l => l?.Sku).Count() == lines.Count).WithPhrase(InputPhrases.Once);
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
        RuleForEach(c => c.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Sku).NotEmpty().MaximumLength(Columns.Sku);
            line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits);
            line.RuleFor(l => l.UnitCost).IsUnitPrice();
            line.RuleFor(l => l.ExpectedOn).IsBusinessDate();
        });
    }
}

internal sealed class DraftSupplyOrderValidator : SupplyOrderContentValidator<DraftSupplyOrder>
{
    public DraftSupplyOrderValidator()
    {
        RuleFor(c => c.Supplier).NotEmpty().MaximumLength(Columns.Code);
        RuleFor(c => c.Warehouse).IsWarehouseCode();
    }
}

internal sealed class ChangeSupplyOrderValidator : SupplyOrderContentValidator<ChangeSupplyOrder>
{
    public ChangeSupplyOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DraftSupplyOrderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<DraftSupplyOrder, SupplyOrderSaved>
{
    public async Task<SupplyOrderSaved> Handle(DraftSupplyOrder command, CancellationToken ct)
    {
        await db.RequireWarehouse(command.Warehouse, ct);
        var supplier = await db.SupplierOf(command.Supplier, ct);
        var order = await db.Draft(supplier, command.Warehouse, await db.LinesOf(command, ct), command.Note, time.GetUtcNow(), ct);
        return SupplyOrderSaved.Of(order);
    }
}

internal sealed class ChangeSupplyOrderHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeSupplyOrder, SupplyOrderSaved>
{
    public async Task<SupplyOrderSaved> Handle(ChangeSupplyOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<SupplyOrder, SupplyOrderId>(new SupplyOrderId(command.Id), ct);
        order.ChangeDraft(await db.SupplierOf(order.SupplierId, ct), await db.LinesOf(command, ct), command.Note);
        return SupplyOrderSaved.Of(order);
    }
}

internal static class SupplyDrafting
{
    public static async Task<SupplyOrder> Draft(
        this SalesOrdersDbContext db, Supplier supplier, string warehouse, IEnumerable<SupplyLineTerms> lines, string? note, DateTimeOffset now, CancellationToken ct)
    {
        var order = SupplyOrder.Draft(await db.NextNumber("supply-orders", "PO", ct), supplier, warehouse, lines, note, now);
        db.SupplyOrders.Add(order);
        return order;
    }

    public static async Task<List<SupplyLineTerms>> LinesOf(this SalesOrdersDbContext db, SupplyOrderContent content, CancellationToken ct)
    {
        var goods = (await db.UnitsOf(content.Lines.Select(l => new StockLine(l.Sku, l.Quantity)), ct)).ToDictionary(u => u.Sku);
        return [.. content.Lines.Select(l => new SupplyLineTerms(goods[l.Sku], l.UnitCost, l.ExpectedOn))];
    }
}
