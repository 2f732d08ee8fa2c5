using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Cases;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Domain.Segments;

namespace Crm.Customers.Application;

/// <summary>What Customers tells the others. Everything not listed stays inside.</summary>
internal sealed partial class CustomersPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (Customer c, CustomerWasRegistered) => new CustomerRegisteredV1(c.Id.Value, StateOf(c)),
        (Customer c, CustomerWasChanged or CustomerWasDeleted or CustomerWasRestored or CustomerWasAnonymised) => new CustomerChangedV1(c.Id.Value, StateOf(c)),
        (Customer c, CustomerWasMerged merged) => new CustomerMergedV1(c.Id.Value, merged.Survivor.Value, StateOf(c)),
        (Customer c, CustomerWasUnmerged unmerged) => new CustomerUnmergedV1(c.Id.Value, unmerged.Survivor.Value, StateOf(c)),
        (Sample s, SampleWasDrawn d) => new SampleDrawnV1(s.Key, Enums.Name(s.Method), s.SegmentId, s.DrawnAt, d.Customers),
        (Segment s, SegmentWasFrozen { Freeze: var f } w) => new SegmentFrozenV1(s.Key, f.SegmentVersion, f.Id, f.FrozenAt, f.Count, w.Part, w.Parts, w.Customers),
        (Opportunity o, _) => Of(o, happened),
        (SalesProcess p, _) => Of(p, happened),
        (Customer c, CustomerWasPooled p) => new CustomerPooledV1(c.Id.Value, p.Pool.Value, p.OwnerBefore, c.PooledAt!.Value),
        (Customer c, CustomerWasClaimed p) => new CustomerClaimedV1(c.Id.Value, p.Pool.Value, c.OwnerId!.Value, c.UnitId, p.At),
        (Customer { OwnerId: { } owner } c, CustomerWasNoticed n) => new CustomerReleaseNoticedV1(c.Id.Value, n.Pool.Value, owner, n.On, n.ReleaseOn),
        (Activity a, ActivityWasCompleted) => PublishedActivities.Completed(a),
        (Activity { Status: ActivityStatus.Done } a, ActivityWasDeleted or ActivityWasRestored) => PublishedActivities.PresentOf(a),
        (Customer c, CustomerWasHandedOver handedOver) => PublishedOwnership.HandedOver(c, handedOver),
        (Customer c, CustomerWasBlocked blocked) => new CustomerBlockedV1(c.Id.Value, blocked.Reason),
        (Customer c, CustomerWasUnblocked unblocked) => new CustomerUnblockedV1(c.Id.Value, unblocked.Reason),
        (CreditTerms t, CreditTermsWereSet) => PublishedOwnership.Credit(t),
        (ServiceCase c, CaseWasOpened) => PublishedCases.Opened(c),
        (ServiceCase c, CaseWasClosed) => PublishedCases.Closed(c),
        (ServiceCase c, CaseWasRated) => Recorded(c),
        (Review r, ReviewWasPublished) => Published(r),
        (Customer c, CustomerWasGraded graded) => Graded(c, graded),
        (SurveyAnswer a, SurveyWasAnswered) => Recorded(a),
        _ => null,
    };

    public static CustomerStateV1 StateOf(Customer customer)
    {
        var address = customer.MainAddress;
        return new CustomerStateV1(
            customer.Id.Value,
            customer.Code,
            Enums.Name(customer.Kind),
            customer.Name,
            customer.Country ?? address?.Country,
            address?.Region,
            address?.City,
            customer.Industry,
            customer.Source,
            customer.Channel,
            Enums.Name(customer.Lifecycle),
            customer.BornOn is { } born ? DateOnly.ParseExact(born, "O").Year : null,
            customer.Sex is { } sex ? Enums.Name(sex) : null,
            customer.OwnerId,
            customer.UnitId,
            customer.IsBlocked,
            customer.DeletedAt is not null,
            customer.RegisteredAt,
            [.. customer.ExternalRefs.Select(r => new ExternalRefV1(r.System, r.ExternalId))],
            customer.TerritoryId,
            customer.SurvivorId?.Value);
    }
}
