using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Crm.Pricing.Engine;

namespace Crm.Pricing;

/// <summary>When a promotion applies: a tree. Amounts and quantities are those at the beginning of the promotion's phase.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AllOf), "allOf")]
[JsonDerivedType(typeof(AnyOf), "anyOf")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(AmountAtLeast), "amountAtLeast")]
[JsonDerivedType(typeof(QuantityAtLeast), "quantityAtLeast")]
[JsonDerivedType(typeof(DifferentAtLeast), "differentAtLeast")]
[JsonDerivedType(typeof(AmountPerUnitAtLeast), "amountPerUnitAtLeast")]
[JsonDerivedType(typeof(InChannel), "inChannel")]
[JsonDerivedType(typeof(InCustomerGroup), "inCustomerGroup")]
[JsonDerivedType(typeof(InSegment), "inSegment")]
[JsonDerivedType(typeof(OfCustomers), "ofCustomers")]
[JsonDerivedType(typeof(InTerritory), "inTerritory")]
[JsonDerivedType(typeof(InCountry), "inCountry")]
[JsonDerivedType(typeof(FirstOrder), "firstOrder")]
[JsonDerivedType(typeof(OnWeekdays), "onWeekdays")]
[JsonDerivedType(typeof(BetweenTimes), "betweenTimes")]
[JsonDerivedType(typeof(BetweenDays), "betweenDays")]
public abstract record Condition
{
    /// <summary>Levels a tree may have.</summary>
    public const int MostLevels = 10;

    internal virtual IReadOnlyList<Condition> Parts => [];

    internal abstract bool Holds(Basket basket);

    /// <summary>Of a condition that does not hold, where: the first part of it that all would have had to hold with, else itself.</summary>
    internal virtual string WhereNot(Basket basket, string at) => at;

    /// <summary>Itself and everything below it.</summary>
    internal IEnumerable<Condition> WithParts() => Parts.SelectMany(p => p.WithParts()).Prepend(this);
}

/// <summary>Every part holds.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Of) : Condition
{
    internal override IReadOnlyList<Condition> Parts => Of;

    internal override bool Holds(Basket basket) => Of.All(c => c.Holds(basket));

    internal override string WhereNot(Basket basket, string at)
    {
        var first = Enumerable.Range(0, Of.Count).First(i => !Of[i].Holds(basket));
        return Of[first].WhereNot(basket, $"{at}/of/{first}");
    }
}

/// <summary>At least one part holds.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Of) : Condition
{
    internal override IReadOnlyList<Condition> Parts => Of;

    internal override bool Holds(Basket basket) => Of.Any(c => c.Holds(basket));
}

/// <summary>The part does not hold.</summary>
public sealed record Not(Condition Of) : Condition
{
    internal override IReadOnlyList<Condition> Parts => [Of];

    internal override bool Holds(Basket basket) => !Of.Holds(basket);
}

/// <summary>The meant lines together come to an amount.</summary>
/// <param name="Amount">In the currency of the promotion and the basis of the order.</param>
/// <param name="Lines">Null: all lines.</param>
public sealed record AmountAtLeast(decimal Amount, LineSelector? Lines = null) : Condition
{
    internal override bool Holds(Basket basket) => basket.Amount(Lines ?? LineSelector.All) >= Amount;
}

/// <summary>The meant lines together have so many units.</summary>
/// <param name="Quantity">Units.</param>
/// <param name="Lines">Null: all lines.</param>
public sealed record QuantityAtLeast(int Quantity, LineSelector? Lines = null) : Condition
{
    internal override bool Holds(Basket basket) => basket.Quantity(Lines ?? LineSelector.All) >= Quantity;
}

/// <summary>The meant lines are of so many different SKUs.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Lines">Null: all lines.</param>
public sealed record DifferentAtLeast(int Count, LineSelector? Lines = null) : Condition
{
    internal override bool Holds(Basket basket) => basket.Different(Lines ?? LineSelector.All) >= Count;
}

/// <summary>A unit of the meant lines comes to an amount on average. Without units it does not hold.</summary>
/// <param name="Amount">In the currency of the promotion and the basis of the order.</param>
/// <param name="Lines">Null: all lines.</param>
public sealed record AmountPerUnitAtLeast(decimal Amount, LineSelector? Lines = null) : Condition
{
    internal override bool Holds(Basket basket)
    {
        var lines = Lines ?? LineSelector.All;
        var units = basket.Quantity(lines);
        return units > 0 && basket.Amount(lines) >= units * Amount;
    }
}

/// <summary>The order comes through one of these channels.</summary>
public sealed record InChannel(IReadOnlyList<string> Channels) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.Channel is { } channel && Channels.Contains(channel);
}

/// <summary>The customer belongs to one of these groups.</summary>
public sealed record InCustomerGroup(IReadOnlyList<string> Groups) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.CustomerGroup is { } group && Groups.Contains(group);
}

/// <summary>The customer is in one of these segments.</summary>
/// <param name="Segments">Their ids.</param>
public sealed record InSegment(IReadOnlyList<string> Segments) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.Segments.Any(s => Segments.Contains(s));
}

/// <summary>The customer is one of these.</summary>
/// <param name="Customers">Their ids.</param>
public sealed record OfCustomers(IReadOnlyList<string> Customers) : Condition
{
    private readonly FrozenSet<Guid> _customers = Ids.Of(Customers);

    internal override bool Holds(Basket basket) => basket.Request.CustomerId is { } customer && _customers.Contains(customer);
}

/// <summary>The customer belongs to one of these territories, or to one below them.</summary>
/// <param name="Territories">Their ids.</param>
public sealed record InTerritory(IReadOnlyList<string> Territories) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.Territories.Any(t => Territories.Contains(t));
}

/// <summary>The goods go to one of these countries.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
public sealed record InCountry(IReadOnlyList<string> Countries) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.Country is { } country && Countries.Contains(country);
}

/// <summary>The customer never ordered before.</summary>
public sealed record FirstOrder : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.IsFirstOrder == true;
}

/// <summary>The business date falls on one of these days.</summary>
public sealed record OnWeekdays(IReadOnlyList<DayOfWeek> Days) : Condition
{
    internal override bool Holds(Basket basket) => Days.Contains(basket.Request.On.DayOfWeek);
}

/// <summary>The order is placed at this time of the day.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; before <paramref name="From"/>: over midnight.</param>
public sealed record BetweenTimes(TimeOnly From, TimeOnly To) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.At is { } at && at.IsBetween(From, To);
}

/// <summary>The business date is one of these days.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record BetweenDays(DateOnly From, DateOnly To) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.On >= From && basket.Request.On <= To;
}
