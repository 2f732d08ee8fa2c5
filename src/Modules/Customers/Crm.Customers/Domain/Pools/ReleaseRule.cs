using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Pools;

/// <summary>When customers are taken from their owners. All that is said must hold, and hold on until the grace is over.</summary>
/// <param name="NoActivityDays">Nobody was in touch for so many days.</param>
/// <param name="NoOrderDays">Nothing was ordered for so many days.</param>
/// <param name="WithoutOpportunity">Nothing is open that the customer may buy.</param>
/// <param name="Lifecycles">It is in one of these; null: in any but closed.</param>
/// <param name="Units">Of these units; null: of all.</param>
/// <param name="GraceDays">Between the day on which it is noticed and the day on which it is taken.</param>
internal sealed record ReleaseRule(
    int? NoActivityDays = null, int? NoOrderDays = null, bool WithoutOpportunity = false, IReadOnlyList<Lifecycle>? Lifecycles = null, IReadOnlyList<Guid>? Units = null, int GraceDays = 0)
{
    private static readonly Phrase NoActivity = new("Nobody was in touch since {0} ({1} days).", "自 {0} 起无跟进（{1} 天）。");
    private static readonly Phrase NoOrder = new("Nothing was ordered since {0} ({1} days).", "自 {0} 起无订单（{1} 天）。");
    private static readonly Phrase NoOpportunity = new("No opportunity is open.", "没有进行中的商机。");
    private static readonly Phrase IsIn = new("The customer is {0}.", "客户状态为：{0}。");

    /// <summary>The first day on which all that is said holds, if nothing happens until then; null: it does not, or not by itself.</summary>
    public DateOnly? HoldsFrom(OwnedCustomer customer)
    {
        if (customer.IsProtected || !(Lifecycles?.Contains(customer.Lifecycle) ?? customer.Lifecycle != Lifecycle.Closed)) return null;
        if (Units is { Count: > 0 } units && (customer.UnitId is not { } unit || !units.Contains(unit))) return null;
        if (WithoutOpportunity && customer.HasOpenOpportunity) return null;
        var from = customer.OwnedSince;
        if (NoActivityDays is { } quiet) from = Later(from, Later(customer.LastActivityOn, customer.OwnedSince).AddDays(quiet));
        if (NoOrderDays is { } empty) from = Later(from, Later(customer.LastOrderOn, customer.OwnedSince).AddDays(empty));
        return from;
    }

    /// <summary>Why, in words, on a day on which all of it holds.</summary>
    public IReadOnlyList<Phrase> Reasons(OwnedCustomer customer, DateOnly on)
    {
        var reasons = new List<Phrase>();
        if (NoActivityDays is not null) reasons.Add(Since(NoActivity, Later(customer.LastActivityOn, customer.OwnedSince), on));
        if (NoOrderDays is not null) reasons.Add(Since(NoOrder, Later(customer.LastOrderOn, customer.OwnedSince), on));
        if (WithoutOpportunity) reasons.Add(NoOpportunity);
        if (Lifecycles is not null)
        {
            var label = Labels.Of(customer.Lifecycle);
            reasons.Add(new Phrase(IsIn.In(Language.English, label.English), IsIn.In(Language.Chinese, label.Chinese)));
        }

        return reasons;
    }

    private static Phrase Since(Phrase words, DateOnly day, DateOnly on)
    {
        object?[] values = [day.ToString("O", CultureInfo.InvariantCulture), on.DayNumber - day.DayNumber];
        return new Phrase(words.In(Language.English, values), words.In(Language.Chinese, values));
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;
}

/// <summary>What a rule looks at.</summary>
/// <param name="Lifecycle">Of the customer.</param>
/// <param name="UnitId">Of the customer.</param>
/// <param name="IsProtected">No rule takes it away.</param>
/// <param name="OwnedSince">The day on which it came to its owner, or was registered: nobody is blamed for the time before.</param>
/// <param name="LastActivityOn">The day on which somebody was last in touch.</param>
/// <param name="LastOrderOn">The day of the last order that counts.</param>
/// <param name="HasOpenOpportunity">Something is open that it may buy.</param>
internal sealed record OwnedCustomer(
    Lifecycle Lifecycle, Guid? UnitId, bool IsProtected, DateOnly OwnedSince, DateOnly? LastActivityOn, DateOnly? LastOrderOn, bool HasOpenOpportunity);
