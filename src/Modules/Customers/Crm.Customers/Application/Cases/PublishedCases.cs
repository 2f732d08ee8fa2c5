using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Cases;

namespace Crm.Customers.Application.Cases;

internal static class PublishedCases
{
    public static CaseOpenedV1 Opened(ServiceCase c) => new(
        c.Key, c.CustomerId.Value, c.Number, Enums.Name(c.Kind), Enums.Name(c.Priority), Enums.Name(c.Channel), c.OrderId, c.ProductId, c.OpenedAt, c.RespondBy, c.SolveBy,
        c.OwnerId, c.UnitId);

    public static CaseClosedV1 Closed(ServiceCase c)
    {
        var at = c.ClosedAt ?? c.OpenedAt;
        return new CaseClosedV1(
            c.Key, c.CustomerId.Value, Enums.Name(c.Kind), Enums.Name(c.Priority), c.OpenedAt, at, c.SolvedAt is not null, c.IsResponseInTime(at), c.IsSolutionInTime(at),
            c.Reopenings, c.EscalationLevel, c.Rating, c.OwnerId, c.UnitId);
    }
}
