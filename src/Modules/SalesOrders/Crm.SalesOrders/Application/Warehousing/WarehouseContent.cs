using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>What a caller says about a warehouse.</summary>
internal abstract record WarehouseContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "warehouses";

    public required string Name { get; init; }

    public string? Street { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? Country { get; init; }

    /// <summary>Orders of channels of these kinds may be served by it, unless the channel names warehouses of its own.</summary>
    public required IReadOnlyList<ChannelKind> Channels { get; init; }

    /// <summary>Whether goods may come to it and orders be served by it.</summary>
    public bool IsActive { get; init; } = true;

    public WarehouseFacts ToFacts() => new(Name, Street, PostalCode, City, Region, Countries.CodeOf(Country), Channels, IsActive);
}

/// <summary>Opens a warehouse.</summary>
internal sealed record OpenWarehouse : WarehouseContent, ICommand<WarehouseSaved>
{
    /// <summary>Names it in orders and stock levels. Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a warehouse.</summary>
internal sealed record ChangeWarehouse : WarehouseContent, ICommand<WarehouseSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The warehouse as the command that would write it.</summary>
    public static ChangeWarehouse Of(Warehouse w) => new()
    {
        Id = w.Key,
        Name = w.Name,
        Street = w.Street,
        PostalCode = w.PostalCode,
        City = w.City,
        Region = w.Region,
        Country = w.Country,
        Channels = w.Channels,
        IsActive = w.IsActive,
    };
}

/// <summary>What came of a command on a warehouse.</summary>
internal sealed record WarehouseSaved(Guid Id, string Code, int Version)
{
    public static WarehouseSaved Of(Warehouse warehouse) => new(warehouse.Key, warehouse.Code, warehouse.Version);
}

internal abstract class WarehouseContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : WarehouseContent
{
    protected WarehouseContentValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Columns.Name);
        RuleFor(c => c.Street).MaximumLength(Columns.Street);
        RuleFor(c => c.PostalCode).MaximumLength(Columns.Place);
        RuleFor(c => c.City).MaximumLength(Columns.Place);
        RuleFor(c => c.Region).MaximumLength(Columns.Place);
        RuleFor(c => c.Country).IsCountry();
        RuleFor(c => c.Channels).NotNull();
        RuleForEach(c => c.Channels).IsInEnum();
    }
}

internal sealed class OpenWarehouseValidator : WarehouseContentValidator<OpenWarehouse>
{
    public OpenWarehouseValidator() => RuleFor(c => c.Code).IsWarehouseCode();
}

internal sealed class ChangeWarehouseValidator : WarehouseContentValidator<ChangeWarehouse>
{
    public ChangeWarehouseValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class OpenWarehouseHandler(SalesOrdersDbContext db) : ICommandHandler<OpenWarehouse, WarehouseSaved>
{
    public async Task<WarehouseSaved> Handle(OpenWarehouse command, CancellationToken ct)
    {
        (await PriceStamp.Lock(db, ct)).Raise(db);
        if (await db.Warehouses.AnyAsync(w => w.Code == command.Code, ct)) throw StockRules.WarehouseCodeTaken.Broken(command.Code);
        var warehouse = Warehouse.Open(command.Code, command.ToFacts());
        db.Warehouses.Add(warehouse);
        return WarehouseSaved.Of(warehouse);
    }
}

internal sealed class ChangeWarehouseHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeWarehouse, WarehouseSaved>
{
    public async Task<WarehouseSaved> Handle(ChangeWarehouse command, CancellationToken ct)
    {
        // Every host knows the warehouses by heart.
        (await PriceStamp.Lock(db, ct)).Raise(db);
        var warehouse = await db.ForChange<Warehouse, WarehouseId>(new WarehouseId(command.Id), ct);
        var isEmpty = command.IsActive || !await db.StockLevels.AnyAsync(l => l.Warehouse == warehouse.Code && (l.OnHand > 0 || l.Incoming > 0), ct);
        warehouse.Change(command.ToFacts(), isEmpty);
        return WarehouseSaved.Of(warehouse);
    }
}
