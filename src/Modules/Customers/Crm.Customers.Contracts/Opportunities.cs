using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>
/// A customer said yes to what was offered: Sales Orders writes a draft of the quote. Customers keeps no opportunities yet, so that nobody
/// publishes it so far.
/// </summary>
/// <param name="OpportunityId">Never changes; one draft is made of it, however often it is told.</param>
/// <param name="CustomerId">Who said yes.</param>
/// <param name="Title">As its owner calls it.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Amount">What it was thought to be worth, without tax.</param>
/// <param name="WonOn">Business date.</param>
/// <param name="OwnerId">The user who won it.</param>
/// <param name="UnitId">Org unit of the sale.</param>
/// <param name="Channel"><c>shop</c>, <c>web</c>, <c>phone</c>, <c>social</c>, <c>marketplace</c> or <c>partner</c>; null where it was not said.</param>
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
public sealed record OpportunityLineV1(Guid? ProductId, string? Sku, string? Description, decimal Quantity, decimal? UnitPrice, decimal DiscountRate);
