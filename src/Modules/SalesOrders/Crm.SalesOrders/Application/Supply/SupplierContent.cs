using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>What a caller says about a supplier.</summary>
internal abstract record SupplierContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "suppliers";

    public required string Name { get; init; }

    public string? Country { get; init; }

    /// <summary>ISO 4217; of its unit costs and its supply orders.</summary>
    public required string Currency { get; init; }

    /// <summary>Days from ordering to arrival, where an item does not say otherwise.</summary>
    public int LeadTimeDays { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>What it sells; each product once.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <param name="Sku">Our number of the product.</param>
    /// <param name="SupplierSku">Its number of it.</param>
    /// <param name="LeadTimeDays">Days from ordering to arrival; left out, the supplier's.</param>
    /// <param name="UnitCost">In the supplier's currency, up to eight decimals.</param>
    /// <param name="MinimumQuantity">The fewest units it sells at once.</param>
    internal sealed record Item(string Sku, string? SupplierSku = null, int? LeadTimeDays = null, decimal? UnitCost = null, int MinimumQuantity = 1);
}

/// <summary>Adds a supplier.</summary>
internal sealed record AddSupplier : SupplierContent, ICommand<SupplierSaved>
{
    /// <summary>The company's own number of it. Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a supplier.</summary>
internal sealed record ChangeSupplier : SupplierContent, ICommand<SupplierSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The supplier as the command that would write it.</summary>
    public static ChangeSupplier Of(Supplier s) => new()
    {
        Id = s.Key,
        Name = s.Name,
        Country = s.Country,
        Currency = s.Currency,
        LeadTimeDays = s.LeadTimeDays,
        IsActive = s.IsActive,
        Items = [.. s.Items.Select(i => new Item(i.Sku, i.SupplierSku, i.LeadTimeDays, i.UnitCost, i.MinimumQuantity))],
    };
}

/// <summary>What came of a command on a supplier.</summary>
internal sealed record SupplierSaved(Guid Id, string Code, int Version)
{
    public static SupplierSaved Of(Supplier supplier) => new(supplier.Key, supplier.Code, supplier.Version);
}

internal abstract class SupplierContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : SupplierContent
{
    private const int LongestLeadTime = 1000;

    protected SupplierContentValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Columns.Name);
        RuleFor(c => c.Country).IsCountry();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.LeadTimeDays).InclusiveBetween(0, LongestLeadTime);
        RuleFor(c => c.Items).NotNull();
        RuleFor(c => c.Items).Must(items => items is null || items.Count <= Limits.MostSupplierItems).WithPhrase(StockInput.TooManyItems);
        RuleFor(c => c.Items).Must(items => items is null || items.DistinctBy(i => i?.Sku).Count() == items.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Items).ChildRules(item =>
        {
            item.RuleFor(i => i.Sku).NotEmpty().MaximumLength(Columns.Sku);
            item.RuleFor(i => i.SupplierSku).MaximumLength(Columns.Sku);
            item.RuleFor(i => i.LeadTimeDays).InclusiveBetween(0, LongestLeadTime);
            item.RuleFor(i => i.UnitCost).IsUnitPrice();
            item.RuleFor(i => i.MinimumQuantity).InclusiveBetween(1, Limits.MostUnits);
        });
    }
}

internal sealed class AddSupplierValidator : SupplierContentValidator<AddSupplier>
{
    public AddSupplierValidator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(Columns.Code);
}

internal sealed class ChangeSupplierValidator : SupplierContentValidator<ChangeSupplier>
{
    public ChangeSupplierValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AddSupplierHandler(SalesOrdersDbContext db) : ICommandHandler<AddSupplier, SupplierSaved>
{
    public async Task<SupplierSaved> Handle(AddSupplier command, CancellationToken ct)
    {
        if (await db.Suppliers.AnyAsync(s => s.Code == command.Code, ct)) throw SupplyRules.SupplierCodeTaken.Broken(command.Code);
        var supplier = Supplier.Add(command.Code, await db.FactsOf(command, ct));
        db.Suppliers.Add(supplier);
        return SupplierSaved.Of(supplier);
    }
}

internal sealed class ChangeSupplierHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeSupplier, SupplierSaved>
{
    public async Task<SupplierSaved> Handle(ChangeSupplier command, CancellationToken ct)
    {
        var supplier = await db.ForChange<Supplier, SupplierId>(new SupplierId(command.Id), ct);
        supplier.Change(await db.FactsOf(command, ct));
        return SupplierSaved.Of(supplier);
    }
}

internal static class SupplierReading
{
    public static async Task<SupplierFacts> FactsOf(this SalesOrdersDbContext db, SupplierContent content, CancellationToken ct)
    {
        var products = (await db.UnitsOf(content.Items.Select(i => new StockLine(i.Sku, 0)), ct)).ToDictionary(u => u.Sku, u => u.ProductId);
        var items = content.Items.Select(i => new SupplierItemFacts(products[i.Sku], i.Sku, i.SupplierSku, i.LeadTimeDays, i.UnitCost, i.MinimumQuantity));
        return new SupplierFacts(content.Name, Countries.CodeOf(content.Country), content.Currency, content.LeadTimeDays, content.IsActive, [.. items]);
    }

    /// <summary>The supplier with this code, or the rule that there is none.</summary>
    public static async Task<Supplier> SupplierOf(this SalesOrdersDbContext db, string code, CancellationToken ct) =>
        await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, ct) ?? throw SupplyRules.SupplierUnknown.Broken(code);

    /// <summary>The supplier of something that names it.</summary>
    public static Task<Supplier> SupplierOf(this SalesOrdersDbContext db, SupplierId id, CancellationToken ct) =>
        db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == id, ct);
}
