using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Loyalty;

internal readonly record struct LoyaltyProgramId(Guid Value) : ITypedId;

/// <summary>How points are earned, what they are worth and how long they last. There is one program.</summary>
internal sealed class LoyaltyProgram : AggregateRoot
{
    // Whoever begins it at the same time makes the same one, and only one of them can store it.
    private static readonly LoyaltyProgramId TheOnly = new(new Guid("01930000-0000-7000-8000-000000000003"));

    private LoyaltyProgram()
    {
    }

    public LoyaltyProgramId Id { get; private set; }

    public override Guid Key => Id.Value;

    public LoyaltyFacts Facts => new(Currency, PointsPerUnit, PointValue, MonthsValid, IsActive);

    /// <summary>Orders in other currencies earn nothing and take no points.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Points for one unit of the currency that was owed and not paid with points, up to four decimals.</summary>
    public decimal PointsPerUnit { get; private set; }

    /// <summary>What one point pays, up to four decimals.</summary>
    public decimal PointValue { get; private set; }

    /// <summary>Whole months from the day they were earned; null: for ever.</summary>
    public int? MonthsValid { get; private set; }

    /// <summary>Whether points are earned and spent. What was earned stays, and expires.</summary>
    public bool IsActive { get; private set; }

    public static LoyaltyProgram Begin(LoyaltyFacts facts)
    {
        var program = new LoyaltyProgram { Id = TheOnly };
        program.Change(facts);
        return program;
    }

    public void Change(LoyaltyFacts facts)
    {
        if (facts == Facts) return;
        (Currency, PointsPerUnit, PointValue, MonthsValid, IsActive) = facts;
        Raise(new LoyaltyProgramWasSet());
    }

    /// <summary>The last day on which points of a day may be spent; null: they never expire.</summary>
    public DateOnly? ValidUntil(DateOnly from) => MonthsValid is { } months ? from.AddMonths(months) : null;

    /// <summary>
    /// What an order has earned: whole points for what is owed and paid, without what was paid with points; nothing before it is completed, nor
    /// while something of it is unpaid. What is credited later is owed no longer, and so earns nothing.
    /// </summary>
    public long EarnedBy(Order order, decimal paidWithPoints) => order.Currency == Currency && order is { State: OrderState.Completed, Balance: <= 0m }
        ? (long)Math.Floor(Math.Max(0m, order.Owed - paidWithPoints) * PointsPerUnit)
        : 0;

    /// <summary>What so many points pay, rounded down to the digits of the currency.</summary>
    public decimal Worth(long points)
    {
        var scale = (decimal)Math.Pow(10, Currencies.Digits(Currency));
        return Math.Floor(points * PointValue * scale) / scale;
    }
}

internal sealed record LoyaltyFacts(string Currency, decimal PointsPerUnit, decimal PointValue, int? MonthsValid, bool IsActive);

internal sealed record LoyaltyProgramWasSet : DomainEvent;
