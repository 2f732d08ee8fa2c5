using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Activities;

namespace Crm.Customers.Application.Activities;

internal static class PublishedActivities
{
    public static ActivityCompletedV1 Completed(Activity a) => new(
        a.Key, a.CustomerId.Value, Enums.Name(a.Kind), a.StartsAt, a.EndsAt, a.HappenedAt ?? a.EndsAt,
        a is { CheckedInAt: { } arrived, CheckedOutAt: { } left } ? (int)(left - arrived).TotalMinutes : null, a.CheckInMetres,
        a.OwnerId, a.UnitId, a.OrderId, a.OpportunityId, a.CaseId);
}
