using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Makes a unit of measure.</summary>
internal sealed record AddUnit : ICommand<UnitSaved>
{
    /// <summary>Products name it by this. Never changes.</summary>
    public required string Code { get; init; }

    /// <summary>As it is shown to people.</summary>
    public required Phrase Names { get; init; }
}

/// <summary>Renames a unit of measure.</summary>
internal sealed record ChangeUnit : ICommand<UnitSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>As it is shown to people.</summary>
    public required Phrase Names { get; init; }
}

/// <summary>Removes a unit of measure that no product is counted in.</summary>
internal sealed record DeleteUnit(Guid Id) : ICommand<UnitSaved>;

/// <summary>What came of a command on a unit of measure.</summary>
internal sealed record UnitSaved(Guid Id, string Code, int Version)
{
    public static UnitSaved Of(UnitOfMeasure unit) => new(unit.Key, unit.Code, unit.Version);
}

internal sealed class AddUnitValidator : AbstractValidator<AddUnit>
{
    public AddUnitValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(Columns.Unit);
        RuleFor(c => c.Names).AreNames();
    }
}

internal sealed class ChangeUnitValidator : AbstractValidator<ChangeUnit>
{
    public ChangeUnitValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Names).AreNames();
    }
}

internal sealed class DeleteUnitValidator : AbstractValidator<DeleteUnit>
{
    public DeleteUnitValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AddUnitHandler(SalesOrdersDbContext db) : ICommandHandler<AddUnit, UnitSaved>
{
    public async Task<UnitSaved> Handle(AddUnit command, CancellationToken ct)
    {
        if (await db.UnitsOfMeasure.AnyAsync(u => u.Code == command.Code, ct)) throw CatalogueRules.UnitTaken.Broken(command.Code);
        var unit = UnitOfMeasure.Create(command.Code, command.Names);
        db.UnitsOfMeasure.Add(unit);
        return UnitSaved.Of(unit);
    }
}

internal sealed class ChangeUnitHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeUnit, UnitSaved>
{
    public async Task<UnitSaved> Handle(ChangeUnit command, CancellationToken ct)
    {
        var unit = await db.ForChange<UnitOfMeasure, UnitOfMeasureId>(new UnitOfMeasureId(command.Id), ct);
        unit.Rename(command.Names);
        return UnitSaved.Of(unit);
    }
}

internal sealed class DeleteUnitHandler(SalesOrdersDbContext db) : ICommandHandler<DeleteUnit, UnitSaved>
{
    public async Task<UnitSaved> Handle(DeleteUnit command, CancellationToken ct)
    {
        var unit = await db.ForChange<UnitOfMeasure, UnitOfMeasureId>(new UnitOfMeasureId(command.Id), ct);
        await db.LockUnits([unit.Code], ct);
        var used = await db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).CountAsync(p => p.UnitOfMeasure == unit.Code, ct);
        if (used > 0) throw CatalogueRules.UnitInUse.Broken(unit.Code, used);
        unit.End();
        db.UnitsOfMeasure.Remove(unit);
        return UnitSaved.Of(unit);
    }
}
