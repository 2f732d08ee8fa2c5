namespace Crm.SalesOrders.Domain.Prices;

/// <summary>What an order was priced by beside what it says itself, so that it can be priced again later as it was.</summary>
/// <param name="CustomerGroup">By which price lists knew the customer.</param>
/// <param name="Territories">Of the customer: their own first, then those above it.</param>
/// <param name="Segments">In which the customer was, of those that a promotion asked for.</param>
/// <param name="Country">Where the goods go, for the tax rate.</param>
/// <param name="Lines">In the order of the lines, gifts left out.</param>
internal sealed record PricedFor(
    string? CustomerGroup, IReadOnlyList<Guid> Territories, IReadOnlyList<Guid> Segments, string? Country, IReadOnlyList<PricedForLine> Lines);

/// <param name="ProductPrice">Of the product, before tax; null where it has another currency.</param>
/// <param name="TaxClass">Code; null: the usual one, or none.</param>
/// <param name="IsAgreed">Price or rate were said, not found.</param>
/// <param name="HasAuthority">Somebody allowed it to go below the floor.</param>
internal sealed record PricedForLine(decimal? ProductPrice, string? TaxClass, bool IsAgreed, bool HasAuthority);
