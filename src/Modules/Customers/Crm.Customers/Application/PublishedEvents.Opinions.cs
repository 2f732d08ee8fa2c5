using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;

namespace Crm.Customers.Application;

internal sealed partial class CustomersPublishedEvents
{
    private static ReviewPublishedV1 Published(Review r) =>
        new(r.Key, r.CustomerId.Value, r.ProductId, r.OrderId, r.Rating, r.IsVerified, r.SubmittedAt, r.DecidedAt ?? r.SubmittedAt);

    private static GradeChangedV1? Graded(Customer c, CustomerWasGraded happened) =>
        c is { Grade: { } grade, GradeValidUntil: { } until } && grade != happened.Before ? new GradeChangedV1(c.Key, grade, happened.Before, until) : null;

    private static SatisfactionRecordedV1 Recorded(SurveyAnswer a) => new(a.CustomerId.Value, Enums.Name(a.Kind), a.Key, a.Value, (decimal)a.Score, a.AnsweredAt);

    private static IIntegrationEvent? Recorded(ServiceCase c) => c is { Rating: { } rating, RatedAt: { } at }
        ? new SatisfactionRecordedV1(c.CustomerId.Value, "case", c.Key, rating, (decimal)SurveyAnswer.OfFive(rating), at)
        : null;
}
