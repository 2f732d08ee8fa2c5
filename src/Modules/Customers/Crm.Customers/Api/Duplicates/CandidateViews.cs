using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;

namespace Crm.Customers.Api.Duplicates;

/// <summary>A customer of a pair; one that the reader may not see has nothing but the unit to ask.</summary>
internal sealed record CandidateCustomer(
    bool IsHidden,
    Guid? Id,
    [property: MaskedAs("customers.code")] string? Code,
    [property: MaskedAs("customers.name")] string? Name,
    CustomerKind? Kind,
    Guid? OwnerId,
    Guid? UnitId,
    int? Version);

/// <summary>Two customers that may be the same.</summary>
/// <param name="Id">The pair.</param>
/// <param name="Score">Bits of weight: the higher, the likelier; each bit doubles the odds. Null where one of the two is hidden.</param>
/// <param name="Band">What the score says.</param>
/// <param name="State">What was decided.</param>
/// <param name="FoundAt">When it was found first.</param>
/// <param name="SeenAt">When it was found last.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Reason">Why they are not the same; null where one of the two is hidden.</param>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other one.</param>
/// <param name="Version">Send it as If-Match.</param>
internal sealed record CandidateRow(
    Guid Id,
    decimal? Score,
    MatchBand Band,
    CandidateState State,
    DateTimeOffset FoundAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? DecidedAt,
    Guid? DecidedBy,
    string? Reason,
    CandidateCustomer First,
    CandidateCustomer Second,
    int Version)
{
    public static readonly Expression<Func<DuplicateCandidate, CandidateRow>> FromCandidate = c => new CandidateRow(
        c.Id.Value, c.First == null || c.Second == null ? null : c.Score, c.Band, c.State, c.FoundAt, c.SeenAt, c.DecidedAt, c.DecidedBy,
        c.First == null || c.Second == null ? null : c.Reason,
        c.First == null
            ? new CandidateCustomer(true, null, null, null, null, null, c.FirstUnitId, null)
            : new CandidateCustomer(false, c.First.Id.Value, c.First.Code, c.First.Name, c.First.Kind, c.First.OwnerId, c.First.UnitId, c.First.Version),
        c.Second == null
            ? new CandidateCustomer(true, null, null, null, null, null, c.SecondUnitId, null)
            : new CandidateCustomer(false, c.Second.Id.Value, c.Second.Code, c.Second.Name, c.Second.Kind, c.Second.OwnerId, c.Second.UnitId, c.Second.Version),
        c.Version);
}

/// <summary>A pair, and why it is one.</summary>
/// <param name="Pair">The two.</param>
/// <param name="Fields">What speaks for it and against it as both are now; empty where the reader does not see both.</param>
/// <param name="SharedNotCounted">Bits of what is shared that do not count because what decides differs.</param>
internal sealed record CandidateView(CandidateRow Pair, IReadOnlyList<FieldMatchView> Fields, double SharedNotCounted);

/// <summary>How two customers compare.</summary>
/// <param name="Score">Bits of weight.</param>
/// <param name="Band">What the score says.</param>
/// <param name="AreCompared">They have a key in common, so that the background run compares them.</param>
/// <param name="Fields">What speaks for it and against it.</param>
/// <param name="SharedNotCounted">Bits of what is shared that do not count because what decides differs.</param>
internal sealed record TryOutView(double Score, MatchBand Band, bool AreCompared, IReadOnlyList<FieldMatchView> Fields, double SharedNotCounted);
