using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Activities;

namespace Crm.Customers.Application.Activities;

internal static class PublishedActivities
{
    /// <summary>What others are to know of one that took place.</summary>
    public static IIntegrationEvent PresentOf(Activity done) => done.DeletedAt is null ? Completed(done) : new ActivityWithdrawnV1(done.Key, done.CustomerId.Value);

    public static ActivityCompletedV1 Completed(Activity a) => new(
        a.Key, a.CustomerId.Value, Enums.Name(a.Kind), a.StartsAt, a.EndsAt, a.HappenedAt ?? a.EndsAt,
        a is { CheckedInAt: { } arrived, CheckedOutAt: { } left } ? (int)(left - arrived).TotalMinutes : null, a.CheckInMetres,
        a.OwnerId, a.UnitId, a.OrderId, a.OpportunityId, a.CaseId);
}
