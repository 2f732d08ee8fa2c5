using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>The visitor arrives at the customer.</summary>
internal sealed record CheckInAtVisit : VisitorPosition, ICommand<VisitStamped>;

/// <summary>The visitor leaves.</summary>
internal sealed record CheckOutOfVisit : VisitorPosition, ICommand<VisitStamped>;

/// <summary>Where the visitor says to be, WGS 84.</summary>
internal abstract record VisitorPosition
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Degrees north, from -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, from -180 to 180.</summary>
    public required double Longitude { get; init; }
}

/// <param name="At">When.</param>
/// <param name="Metres">To the customer's main address, along the great circle; null where <paramref name="Basis"/> says why.</param>
internal sealed record VisitStamped(Guid Id, ActivityStatus Status, DateTimeOffset At, int? Metres, DistanceBasis Basis, int Version)
{
    public static VisitStamped Of(Activity activity, VisitStamp stamp) => new(activity.Key, activity.Status, stamp.At, stamp.Metres, stamp.Basis, activity.Version);
}

internal class VisitorPositionValidator<TPosition> : AbstractValidator<TPosition>
    where TPosition : VisitorPosition
{
    public VisitorPositionValidator()
    {
        RuleFor(p => p.Latitude).InclusiveBetween(-90, 90);
        RuleFor(p => p.Longitude).InclusiveBetween(-180, 180);
    }
}

internal sealed class CheckInAtVisitValidator : VisitorPositionValidator<CheckInAtVisit>;

internal sealed class CheckOutOfVisitValidator : VisitorPositionValidator<CheckOutOfVisit>;

internal sealed class CheckInAtVisitHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CheckInAtVisit, VisitStamped>
{
    public async Task<VisitStamped> Handle(CheckInAtVisit command, CancellationToken ct)
    {
        var visit = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        visit.ArriveAt(new GeoPosition(command.Latitude, command.Longitude), await db.VisitedAddress(visit, ct), caller.Caller.Id, time.GetUtcNow());
        return VisitStamped.Of(visit, visit.CheckIn!);
    }
}

internal sealed class CheckOutOfVisitHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CheckOutOfVisit, VisitStamped>
{
    public async Task<VisitStamped> Handle(CheckOutOfVisit command, CancellationToken ct)
    {
        var visit = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        visit.LeaveFrom(new GeoPosition(command.Latitude, command.Longitude), await db.VisitedAddress(visit, ct), caller.Caller.Id, time.GetUtcNow());
        return VisitStamped.Of(visit, visit.CheckOut!);
    }
}

internal static class VisitedAddresses
{
    /// <summary>Whoever may visit need not see the customer's record to have the way measured; nor does a deletion change where it is.</summary>
    public static async Task<Address?> VisitedAddress(this CustomersDbContext db, Activity visit, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .Where(c => c.Id == visit.CustomerId).AsSplitQuery().SingleOrDefaultAsync(ct);
        return customer?.MainAddress;
    }
}
