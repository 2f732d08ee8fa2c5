using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>Why opportunities are won or lost, for statistics that compare like with like.</summary>
internal sealed class OutcomeReason : AggregateRoot
{
    private OutcomeReason()
    {
    }

    public OutcomeReasonId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Won or lost.</summary>
    public OpportunityState Outcome { get; private set; }

    /// <summary>Unique for its outcome; never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    /// <summary>May be given from now on.</summary>
    public bool IsActive { get; private set; }

    public static OutcomeReason Make(OpportunityState outcome, string code, Phrase names, bool isActive)
    {
        var reason = new OutcomeReason { Id = new OutcomeReasonId(Guid.CreateVersion7()), Outcome = outcome, Code = code };
        (reason.Name, reason.NameChinese, reason.IsActive) = (names.English, names.Chinese, isActive);
        reason.Raise(new OutcomeReasonWasMade());
        return reason;
    }

    public void Change(Phrase names, bool isActive)
    {
        (Name, NameChinese, IsActive) = (names.English, names.Chinese, isActive);
        Raise(new OutcomeReasonWasChanged());
    }
}

internal sealed record OutcomeReasonWasMade : DomainEvent;

internal sealed record OutcomeReasonWasChanged : DomainEvent;
