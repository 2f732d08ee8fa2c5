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
[JsonDerivedType(typeof(InChannel), "inChannel")]
[JsonDerivedType(typeof(InCustomerGroup), "inCustomerGroup")]
[JsonDerivedType(typeof(InSegment), "inSegment")]
[JsonDerivedType(typeof(OnWeekdays), "onWeekdays")]
[JsonDerivedType(typeof(BetweenTimes), "betweenTimes")]
public abstract record Condition
{
    /// <summary>Levels a tree may have.</summary>
    public const int MostLevels = 10;

    internal virtual IReadOnlyList<Condition> Parts => [];

    internal abstract bool Holds(Basket basket);

}

/// <summary>Every part holds.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Of) : Condition
{
    internal override IReadOnlyList<Condition> Parts => Of;

    internal override bool Holds(Basket basket) => Of.All(c => c.Holds(basket));
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
public sealed record InSegment(IReadOnlyList<string> Segments) : Condition
{
    internal override bool Holds(Basket basket) => basket.Request.Segments.Any(s => Segments.Contains(s));
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
