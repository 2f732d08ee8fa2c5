using System.Linq.Expressions;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.Planning.Domain.PriceLists;

namespace Crm.Planning.Api.PriceLists;

/// <summary>A price list in a list.</summary>
internal sealed record PriceListRow(
    Guid Id,
    string Code,
    PriceListName Name,
    PriceListState State,
    NextVersion Next,
    string Currency,
    int Priority,
    DateOnly? From,
    DateOnly? To,
    int Lines,
    int Number,
    Guid? OwnerId,
    Guid? UnitId,
    DateTimeOffset CreatedAt,
    int Version)
{
    public static readonly Expression<Func<PlannedPriceList, PriceListRow>> FromList = l => new PriceListRow(
        l.Id.Value, l.Code, new PriceListName(l.English, l.Chinese), l.State, l.Next, l.Currency, l.Priority, l.ValidFrom, l.ValidTo, l.LineCount, l.Number,
        l.OwnerId, l.UnitId, l.CreatedAt, l.Version);
}

/// <summary>A price list in full, with what is written for its next version.</summary>
internal sealed record PriceListView(
    Guid Id,
    string Code,
    PriceListName Name,
    PriceListState State,
    NextVersion Next,
    int Number,
    Guid? OwnerId,
    Guid? UnitId,
    PriceListContent Content,
    DateTimeOffset CreatedAt,
    Guid? ApprovedById,
    DateTimeOffset? ApprovedAt,
    string? TurnedBecause,
    DateTimeOffset? TurnedAt,
    int Version)
{
    public static PriceListView Of(PlannedPriceList l) => new(
        l.Id.Value, l.Code, new PriceListName(l.English, l.Chinese), l.State, l.Next, l.Number, l.OwnerId, l.UnitId, PriceListContent.Read(l.Draft),
        l.CreatedAt, l.ApprovedById, l.ApprovedAt, l.TurnedBecause, l.TurnedAt, l.Version);
}

/// <summary>A published version, without its prices.</summary>
internal sealed record VersionRow(
    int Number, string Currency, int Priority, DateOnly? From, DateOnly? To, int Items, DateTimeOffset PublishedAt, Guid? ApprovedById, DateTimeOffset ApprovedAt)
{
    public static VersionRow Of(PriceListVersion v) => new(
        v.Number, v.Currency, v.Priority, v.ValidFrom, v.ValidTo, v.ItemCount, v.PublishedAt, v.ApprovedById, v.ApprovedAt);
}

/// <param name="Reason">Why; may be left out.</param>
internal sealed record TurnAsked(string? Reason = null);

/// <param name="Observations">What competitors were seen to ask.</param>
internal sealed record ProposalAsked(IReadOnlyList<ObservedPrice>? Observations = null);
