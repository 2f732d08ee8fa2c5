using System.Linq.Expressions;
using Crm.Customers.Application.Activities;
using Crm.Customers.Domain.Activities;

namespace Crm.Customers.Api.Activities;

/// <summary>An activity in a list or calendar.</summary>
/// <param name="IsBusy">Whoever takes part can do nothing else meanwhile.</param>
/// <param name="HappenedAt">When it was over; null until it is done.</param>
internal sealed record ActivityRow(
    Guid Id,
    Guid CustomerId,
    ActivityKind Kind,
    ActivityStatus Status,
    string Subject,
    string? Place,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    bool IsBusy,
    Guid? ContactId,
    Guid? OrderId,
    Guid? OpportunityId,
    Guid? CaseId,
    DateTimeOffset? HappenedAt,
    Guid? OwnerId,
    Guid? UnitId,
    int Version)
{
    public static readonly Expression<Func<Activity, ActivityRow>> FromActivity = a => new ActivityRow(
        a.Id.Value, a.CustomerId.Value, a.Kind, a.Status, a.Subject, a.Place, a.StartsAt, a.EndsAt, a.TimeZone,
        a.Kind == ActivityKind.Visit || a.Kind == ActivityKind.Call || a.Kind == ActivityKind.Meeting,
        a.ContactId, a.OrderId, a.OpportunityId, a.CaseId, a.HappenedAt, a.OwnerId, a.UnitId, a.Version);
}

/// <summary>An activity in full.</summary>
internal sealed record ActivityView(
    Guid Id,
    Guid CustomerId,
    ActivityKind Kind,
    ActivityStatus Status,
    string Subject,
    string? Description,
    string? Place,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    Guid? ContactId,
    Guid? OrderId,
    Guid? OpportunityId,
    Guid? CaseId,
    int? RemindMinutesBefore,
    IReadOnlyList<ParticipantInput> Participants,
    Guid? OwnerId,
    Guid? UnitId,
    string? Outcome,
    string? NextStep,
    Guid? NextId,
    string? Reason,
    DateTimeOffset? HappenedAt,
    VisitStampView? CheckIn,
    VisitStampView? CheckOut,
    IReadOnlyList<ActivityMoveView> Moves,
    int Version)
{
    public static ActivityView Of(Activity a)
    {
        var input = ActivityFactsInput.Of(a);
        return new ActivityView(
            a.Key, a.CustomerId.Value, a.Kind, a.Status, a.Subject, a.Description, a.Place, a.StartsAt, a.EndsAt, a.TimeZone, a.ContactId, a.OrderId, a.OpportunityId, a.CaseId,
            a.RemindMinutesBefore, input.Participants, a.OwnerId, a.UnitId, a.Outcome, a.NextStep, a.NextId?.Value, a.Reason, a.HappenedAt,
            VisitStampView.Of(a.CheckIn), VisitStampView.Of(a.CheckOut), [.. a.Moves.OrderBy(m => m.MovedAt).ThenBy(m => m.Id).Select(ActivityMoveView.Of)], a.Version);
    }
}

/// <param name="Metres">To the customer's main address, along the great circle; null where <paramref name="Basis"/> says why.</param>
internal sealed record VisitStampView(DateTimeOffset At, Guid? ById, double? Latitude, double? Longitude, int? Metres, DistanceBasis Basis)
{
    public static VisitStampView? Of(VisitStamp? stamp) =>
        stamp is null ? null : new VisitStampView(stamp.At, stamp.ById, stamp.Position?.Latitude, stamp.Position?.Longitude, stamp.Metres, stamp.Basis);
}

internal sealed record ActivityMoveView(
    DateTimeOffset MovedAt, Guid MovedById, DateTimeOffset FromStartsAt, DateTimeOffset FromEndsAt, DateTimeOffset ToStartsAt, DateTimeOffset ToEndsAt, string? Reason)
{
    public static ActivityMoveView Of(ActivityMove m) => new(m.MovedAt, m.MovedById, m.FromStartsAt, m.FromEndsAt, m.ToStartsAt, m.ToEndsAt, m.Reason);
}
