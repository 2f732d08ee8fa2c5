namespace Crm.Planning.Domain;

// Planning anew without losing what was planned.
internal sealed partial class SalesPlan
{
    /// <summary>The first version, of which this one is a revision; null: it is the first itself.</summary>
    public Guid? RevisionOf { get; private set; }

    /// <summary>Of the version, from 1 in the order in which they were begun.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The version that took its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>The same for all versions of one plan.</summary>
    public Guid RootId => RevisionOf ?? Id.Value;

    /// <summary>A draft that says what this plan says. Keys in other systems stay with this one.</summary>
    /// <param name="number">The next one of all versions.</param>
    /// <param name="now">The moment.</param>
    public SalesPlan Revise(int number, DateTimeOffset now)
    {
        if (State is PlanState.Draft or PlanState.InReview) throw PlanningRules.NothingToRevise.Broken();
        var revision = new SalesPlan { Id = SalesPlanId.New(), OwnerId = OwnerId, UnitId = UnitId, CreatedAt = now, RevisionOf = RootId, Number = number };
        revision.Take(new PlanTerms(Name, FirstMonth, LastMonth, Currency));
        revision.Replace(TargetsAsTerms());
        revision.FillObjectives([.. _objectives.OrderBy(o => o.Position).Select(o => o.Terms)]);
        revision.FillStrategies([.. _strategies.OrderBy(s => s.Position).Select(s => s.Terms)]);
        revision.FillMix([.. _channelMix.Select(m => new ChannelShare(m.Channel, m.Share))]);
        revision.FillBudget([.. _budgetLines.Select(l => l.Terms)]);
        revision.Raise(new PlanWasCreated());
        return revision;
    }

    /// <summary>Its targets as somebody would write them.</summary>
    public IReadOnlyList<TargetTerms> TargetsAsTerms()
    {
        var subjects = _targets.ToDictionary(t => t.Id, t => t.Subject);
        return [.. Target.InOrder(_targets).Select(t => new TargetTerms(t.Subject, t.Values, t.ParentId is { } p ? subjects[p] : null))];
    }
}
