using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>
/// Something that orders are priced by was published: it never changes. With all of them, whoever has the price engine prices past orders
/// again. Long texts are told in several parts, each an event.
/// </summary>
/// <param name="PublicationId">This version of it.</param>
/// <param name="Kind"><c>priceList</c>, <c>promotion</c> or <c>taxes</c>.</param>
/// <param name="Code">Of the list or promotion; <c>taxes</c>.</param>
/// <param name="Number">Its version, from 1.</param>
/// <param name="PublishedAt">Here, the same in every part.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Text">
/// Of this part; all of them one after the other are the list or the promotion as the price engine reads it, in JSON, without the codes of its
/// vouchers, or a price book with nothing but the taxes.
/// </param>
/// <param name="MaxUses">Orders that may have the promotion; null: no limit.</param>
/// <param name="MaxUsesPerCoupon">Orders that may show one code; null: no limit.</param>
/// <param name="MaxUsesPerCustomer">Orders of one customer that may have it; null: no limit.</param>
/// <param name="MostPerCustomer">Most it takes off all orders of one customer together; null: no limit.</param>
/// <param name="Budget">Most it takes off all orders together, in its currency; null: no limit.</param>
[EventName("sales-orders.prices-published.v1")]
public sealed record PricesPublishedV1(
    Guid PublicationId,
    string Kind,
    string Code,
    int Number,
    DateTimeOffset PublishedAt,
    int Part,
    int Parts,
    string Text,
    int? MaxUses = null,
    int? MaxUsesPerCoupon = null,
    int? MaxUsesPerCustomer = null,
    decimal? MostPerCustomer = null,
    decimal? Budget = null) : IIntegrationEvent;

/// <summary>A category of products as it is now.</summary>
/// <param name="CategoryId">Never changes.</param>
/// <param name="Code">By which products, promotions and orders name it; never changes.</param>
/// <param name="Name">In English.</param>
/// <param name="NameChinese">In Chinese.</param>
/// <param name="Parent">Code of the category above it; null: none.</param>
/// <param name="TaxClass">Of its products, and of those below, that have none of their own.</param>
/// <param name="IsDeleted">It is not there any more.</param>
[EventName("sales-orders.category-changed.v1")]
public sealed record CategoryChangedV1(
    Guid CategoryId, string Code, string Name, string NameChinese, string? Parent, string? TaxClass, bool IsDeleted) : IIntegrationEvent;

/// <summary>What an order was priced by beside what it says itself.</summary>
/// <param name="CustomerGroup">By which price lists and promotions knew the customer.</param>
/// <param name="Territories">Of the customer: their own first, then those above it.</param>
/// <param name="Segments">In which the customer was, of those that a promotion asked for.</param>
/// <param name="AtSecond">Second of the day at which promotions were looked for.</param>
/// <param name="Country">Where the goods went, for the tax rate.</param>
/// <param name="FreightAsked">Shipping before promotions, in the basis of the prices.</param>
/// <param name="Discount">An amount off the whole order that was agreed.</param>
/// <param name="DiscountHasAuthority">Somebody allowed it to take lines below their floors.</param>
/// <param name="IncludesTax">Whether prices and discounts contain tax.</param>
/// <param name="Coupons">Codes that the customer showed.</param>
/// <param name="Points">That might be used where a promotion takes them.</param>
/// <param name="Lines">Without gifts.</param>
public sealed record OrderPricedV1(
    string? CustomerGroup,
    IReadOnlyList<Guid> Territories,
    IReadOnlyList<Guid> Segments,
    int? AtSecond,
    string? Country,
    decimal FreightAsked,
    decimal Discount,
    bool DiscountHasAuthority,
    bool IncludesTax,
    IReadOnlyList<string> Coupons,
    long Points,
    IReadOnlyList<PricedLineV1> Lines);

/// <param name="LineId">Within the order.</param>
/// <param name="ProductPrice">Of the product, before tax; null where it has another currency.</param>
/// <param name="TaxClass">Code; null: the usual one, or none.</param>
/// <param name="IsAgreed">Price or rate were said, not found.</param>
/// <param name="HasAuthority">Somebody allowed it to go below its floor.</param>
public sealed record PricedLineV1(Guid LineId, decimal? ProductPrice, string? TaxClass, bool IsAgreed, bool HasAuthority);
