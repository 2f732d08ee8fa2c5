using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal enum HoldKind
{
    /// <summary>By somebody, for a reason in words.</summary>
    [Label("Manual", "人工冻结")]
    Manual,

    /// <summary>What agreements and promotions took off the whole order, as a fraction of what its lines come to at list prices, above the threshold.</summary>
    [Label("Discount", "折扣")]
    Discount,

    /// <summary>Net less cost, as a fraction of the net, below the threshold; not said of an order with a line of unknown cost.</summary>
    [Label("Margin", "毛利")]
    Margin,

    /// <summary>Net above the threshold.</summary>
    [Label("Value", "金额")]
    Value,

    /// <summary>Another order of the customer has the same reference.</summary>
    [Label("Duplicate reference", "重复的客户参考号")]
    DuplicateReference,

    /// <summary>Beyond the credit limit of the customer, by what is measured.</summary>
    [Label("Credit limit", "信用额度")]
    Credit,
}

/// <summary>Why an order must not go on, until it is released. A list, not a state.</summary>
internal sealed class Hold
{
    private Hold()
    {
    }

    /// <summary>A hold that somebody places.</summary>
    public Hold(string words, Guid placedBy, DateTimeOffset now)
    {
        (Id, Kind, Words) = (Guid.CreateVersion7(), HoldKind.Manual, words);
        (PlacedBy, PlacedAt, StepSince, Steps) = (placedBy, now, now, ApprovalSteps.Anybody);
    }

    /// <summary>A hold that a rule places.</summary>
    public Hold(ApprovalRule rule, decimal measured, Guid placedBy, DateTimeOffset now)
    {
        (Id, Kind, RuleId, Words) = (Guid.CreateVersion7(), rule.Kind, rule.Id, rule.Name);
        (Threshold, Measured, Steps) = (rule.Threshold, measured, rule.Steps);
        (PlacedBy, PlacedAt, StepSince) = (placedBy, now, now);
    }

    public Guid Id { get; private set; }

    public HoldKind Kind { get; private set; }

    public ApprovalRuleId? RuleId { get; private set; }

    /// <summary>The reason somebody gave, or the name of the rule.</summary>
    [PersonalInCopies]
    public string Words { get; private set; } = "";

    public decimal? Threshold { get; private set; }

    public decimal? Measured { get; private set; }

    public Guid PlacedBy { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>As the rule said when the hold was placed.</summary>
    public ApprovalSteps Steps { get; private set; } = ApprovalSteps.Anybody;

    public int StepsDone { get; private set; }

    /// <summary>Who agreed, one to each step that is done; null: nobody yet.</summary>
    public IReadOnlyList<Guid>? AgreedBy { get; private set; }

    /// <summary>Since when the present step waits.</summary>
    public DateTimeOffset StepSince { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? ReleasedBy { get; private set; }

    [PersonalInCopies]
    public string? Note { get; private set; }

    public bool IsOpen => ReleasedAt is null;

    /// <summary>Whether it is the caller's turn to agree: nobody agrees to two steps of one hold.</summary>
    public bool MayDecide(Guid caller, DateTimeOffset now) => MayRefuse(caller, now) && AgreedBy?.Contains(caller) != true;

    /// <summary>Whether the caller may send the order back. Who agreed to a step before may still think better of it.</summary>
    public bool MayRefuse(Guid caller, DateTimeOffset now) => IsOpen && Steps.Steps[StepsDone].MayDecide(caller, now - StepSince);

    /// <summary>Agrees to the present step; the last one releases the hold.</summary>
    public void Agree(Guid caller, string? note, DateTimeOffset now)
    {
        (StepsDone, StepSince, AgreedBy) = (StepsDone + 1, now, [.. AgreedBy ?? [], caller]);
        if (StepsDone == Steps.Steps.Count) Release(caller, note, now);
    }

    public void Release(Guid caller, string? note, DateTimeOffset now) => (ReleasedAt, ReleasedBy, Note) = (now, caller, note);
}
