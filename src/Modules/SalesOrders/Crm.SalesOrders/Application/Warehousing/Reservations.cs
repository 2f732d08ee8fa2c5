using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Keeps units for a while, all of them or none.</summary>
internal sealed record ReserveStock : ICommand<ReservationSaved>
{
    /// <summary>Code; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    public required IReadOnlyList<StockLine> Lines { get; init; }

    /// <summary>What it is for, such as the number of a cart; no name of a person.</summary>
    public string? Reference { get; init; }

    /// <summary>Only an order of this customer may take the units; left out, any order that names the reservation.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Left out, half an hour from now; at most 90 days.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>Keeps the units until another moment.</summary>
internal sealed record ExtendReservation : ICommand<ReservationSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>At most 90 days from now.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Gives the units back before their time.</summary>
internal sealed record ReleaseReservation(Guid Id) : ICommand<ReservationSaved>;

/// <summary>Gives the units back if their time has passed.</summary>
internal sealed record ExpireReservation(Guid Id) : ICommand<ReservationSaved>;

/// <summary>What came of a command on a reservation.</summary>
internal sealed record ReservationSaved(Guid Id, ReservationState State, DateTimeOffset ExpiresAt, int Version)
{
    public static ReservationSaved Of(Reservation reservation) => new(reservation.Key, reservation.State, reservation.ExpiresAt, reservation.Version);
}

internal sealed class ReserveStockValidator : AbstractValidator<ReserveStock>
{
    public ReserveStockValidator()
    {
        RuleFor(c => c.Warehouse).IsWarehouseCode();
        RuleFor(c => c.Lines).AreStockLines();
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
    }
}

internal sealed class ExtendReservationValidator : AbstractValidator<ExtendReservation>
{
    public ExtendReservationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ReleaseReservationValidator : AbstractValidator<ReleaseReservation>
{
    public ReleaseReservationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ExpireReservationValidator : AbstractValidator<ExpireReservation>
{
    public ExpireReservationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ReserveStockHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ReserveStock, ReservationSaved>
{
    public async Task<ReservationSaved> Handle(ReserveStock command, CancellationToken ct)
    {
        await db.RequireWarehouse(command.Warehouse, ct);
        if (command.CustomerId is { } customer && !await db.CustomerCopies.AnyAsync(c => c.Id == customer && !c.IsDeleted, ct))
            throw SalesOrdersRules.CustomerUnknown.Broken(customer);
        var units = await db.UnitsOf(command.Lines, ct);
        var stock = await db.LockStock(units.Select(u => u.ProductId), command.Warehouse, ct);
        var now = time.GetUtcNow();
        var reservedFor = new ReservedFor(caller.Caller.Id, caller.Caller.UnitId, command.CustomerId, command.Reference);
        var reservation = Reservation.Make(units, reservedFor, command.ExpiresAt ?? now + Reservation.Usual, stock, now);
        db.Reservations.Add(reservation);
        return ReservationSaved.Of(reservation);
    }
}

internal sealed class ExtendReservationHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ExtendReservation, ReservationSaved>
{
    public async Task<ReservationSaved> Handle(ExtendReservation command, CancellationToken ct)
    {
        var reservation = await db.ForChange<Reservation, ReservationId>(new ReservationId(command.Id), ct);
        reservation.Extend(command.ExpiresAt, time.GetUtcNow());
        return ReservationSaved.Of(reservation);
    }
}

internal sealed class ReleaseReservationHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ReleaseReservation, ReservationSaved>
{
    public async Task<ReservationSaved> Handle(ReleaseReservation command, CancellationToken ct)
    {
        var reservation = await db.ForChange<Reservation, ReservationId>(new ReservationId(command.Id), ct);
        reservation.Release(await db.LockStock(reservation.Lines.Select(l => l.ProductId), reservation.Warehouse, ct), time.GetUtcNow());
        return ReservationSaved.Of(reservation);
    }
}

internal sealed class ExpireReservationHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ExpireReservation, ReservationSaved>
{
    public async Task<ReservationSaved> Handle(ExpireReservation command, CancellationToken ct)
    {
        var reservation = await db.ForChange<Reservation, ReservationId>(new ReservationId(command.Id), ct);
        reservation.Expire(await db.LockStock(reservation.Lines.Select(l => l.ProductId), reservation.Warehouse, ct), time.GetUtcNow());
        return ReservationSaved.Of(reservation);
    }
}
