using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>Something that a customer may buy was written down.</summary>
[EventName("customers.opportunity-opened.v1")]
public sealed record OpportunityOpenedV1(Guid OpportunityId, [PersonKey] Guid CustomerId, OpportunityStateV1 Opportunity) : IIntegrationEvent;

/// <summary>Anything that others may keep of an opportunity changed: its stage or figures, that it is open again, or that it was deleted or restored.</summary>
[EventName("customers.opportunity-moved.v1")]
public sealed record OpportunityMovedV1(Guid OpportunityId, [PersonKey] Guid CustomerId, OpportunityStateV1 Opportunity) : IIntegrationEvent;

/// <summary>A customer said no to what was offered, or nothing.</summary>
/// <param name="OpportunityId">Never changes.</param>
/// <param name="CustomerId">Who said no.</param>
/// <param name="LostOn">Business date.</param>
/// <param name="Reason">Code of the reason; null where nobody gave one, as where the customer was erased.</param>
/// <param name="LostTo">Who got it instead.</param>
/// <param name="Opportunity">As it ended.</param>
[EventName("customers.opportunity-lost.v1")]
public sealed record OpportunityLostV1(
    Guid OpportunityId, [PersonKey] Guid CustomerId, DateOnly LostOn, string? Reason, [Personal] string? LostTo, OpportunityStateV1 Opportunity) : IIntegrationEvent;

/// <summary>An opportunity as others may keep it.</summary>
/// <param name="State"><c>open</c>, <c>won</c> or <c>lost</c>.</param>
/// <param name="Pipeline">Id of the pipeline.</param>
/// <param name="Stage">Code within the pipeline.</param>
/// <param name="Category">What a forecast counts it as: <c>pipeline</c>, <c>bestCase</c>, <c>commit</c> or <c>closed</c>.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Amount">What it is thought to be worth, without tax, in whole digits of the currency.</param>
/// <param name="Weighted">Amount x probability, rounded to the currency's digits.</param>
/// <param name="ModelProbability">Of the stage, a fraction from 0 to 1.</param>
/// <param name="ManualProbability">As somebody estimates it; it counts where it is there.</param>
/// <param name="ExpectedClose">Business date.</param>
/// <param name="OwnerId">The user who looks after it.</param>
/// <param name="UnitId">The org unit it belongs to.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Channel">By which it will be sold.</param>
/// <param name="OpenedAt">When it was written down.</param>
/// <param name="IsDeleted">Hidden; may come back.</param>
public sealed record OpportunityStateV1(
    string State,
    Guid Pipeline,
    string Stage,
    string Category,
    string Currency,
    decimal Amount,
    decimal Weighted,
    decimal ModelProbability,
    decimal? ManualProbability,
    DateOnly ExpectedClose,
    Guid? OwnerId,
    Guid? UnitId,
    [Personal] string? Source,
    string? Channel,
    DateTimeOffset OpenedAt,
    bool IsDeleted);

/// <summary>A customer said yes to what was offered: Sales Orders writes a draft of the quote.</summary>
/// <param name="OpportunityId">Never changes; one draft is made of it, however often it is told.</param>
/// <param name="CustomerId">Who said yes.</param>
/// <param name="Title">As its owner calls it.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Amount">What it was thought to be worth, without tax.</param>
/// <param name="WonOn">Business date.</param>
/// <param name="OwnerId">The user who won it.</param>
/// <param name="UnitId">Org unit of the sale.</param>
/// <param name="Channel">As somebody wrote it, usually the code of a channel of Sales Orders such as <c>web</c>; null where it was not said.</param>
/// <param name="WantedOn">When the customer wants to have it.</param>
/// <param name="Lines">As far as it was said what is wanted.</param>
[EventName("customers.opportunity-won.v1")]
public sealed record OpportunityWonV1(
    Guid OpportunityId,
    [PersonKey] Guid CustomerId,
    [Personal] string? Title,
    string Currency,
    decimal? Amount,
    DateOnly WonOn,
    Guid? OwnerId,
    Guid? UnitId,
    string? Channel,
    DateOnly? WantedOn,
    IReadOnlyList<OpportunityLineV1> Lines) : IIntegrationEvent;

/// <param name="ProductId">Of a product of Sales Orders; or the SKU, or neither.</param>
/// <param name="Sku">Of a product of Sales Orders.</param>
/// <param name="Description">What it was called.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">That was promised, before discount; null: as the price lists say.</param>
/// <param name="DiscountRate">That was promised, a fraction from 0 to 1.</param>
public sealed record OpportunityLineV1(Guid? ProductId, string? Sku, [Personal] string? Description, decimal Quantity, decimal? UnitPrice, decimal DiscountRate);
