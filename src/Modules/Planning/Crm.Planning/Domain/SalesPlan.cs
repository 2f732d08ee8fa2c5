using Crm.BuildingBlocks;
using Crm.Planning.Domain.Policy;

namespace Crm.Planning.Domain;

/// <summary>What may be said of a plan besides its targets.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="FirstMonth">First day of the period's first month.</param>
/// <param name="LastMonth">First day of its last month.</param>
/// <param name="Currency">In which its net sales are planned and counted.</param>
/// <param name="Refs">Its keys in other systems; null leaves them as they are.</param>
internal sealed record PlanTerms(string Name, DateOnly FirstMonth, DateOnly LastMonth, string Currency, IReadOnlyList<PlanRef>? Refs = null);

/// <summary>Targets for a period, agreed on together.</summary>
/// <remarks>
/// Draft: everything can change. In review: nothing changes until it is approved or returned. Approved and active: name, owner, strategies
/// and values of targets can change and targets can be added; whoever keeps a copy is told. Closed: nothing changes any more. Whoever plans
/// anew makes a revision: another plan that takes the place of this one when it is activated.
/// </remarks>
internal sealed partial class SalesPlan : AggregateRoot, IOwned, IDeletable
{
    private readonly List<Target> _targets = [];
    private readonly List<PlanRef> _externalRefs = [];

    private SalesPlan()
    {
    }

    public SalesPlanId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = "";

    public DateOnly FirstMonth { get; private set; }

    public DateOnly LastMonth { get; private set; }

    public string Currency { get; private set; } = "";

    public PlanState State { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<Target> Targets => _targets;

    public IReadOnlyList<PlanRef> ExternalRefs => _externalRefs;

    public static SalesPlan Create(PlanTerms terms, IReadOnlyList<TargetTerms> targets, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        var plan = new SalesPlan { Id = SalesPlanId.New(), OwnerId = ownerId, UnitId = unitId, CreatedAt = now };
        plan.Take(terms);
        plan.Replace(targets);
        plan.Raise(new PlanWasCreated());
        return plan;
    }

    public void Change(PlanTerms terms, Guid? ownerId, Guid? unitId)
    {
        RequireChangeable();
        var isRenamed = Name != terms.Name.Trim();
        if (State != PlanState.Draft && (terms.FirstMonth, terms.LastMonth, terms.Currency) != (FirstMonth, LastMonth, Currency))
            throw PlanningRules.PlanNotDraft.Broken();
        Take(terms);
        (OwnerId, UnitId) = (ownerId, unitId);
        foreach (var target in _targets) Check(target.Subject, target.Values);
        RequireFineBudget();
        Raise(new PlanWasChanged());
        if (IsInForce && isRenamed) PutInForce(_targets);
    }

    /// <summary>Replaces the targets. One for the same metric and scope stays the same target, whatever its months are.</summary>
    /// <param name="wanted">All of them.</param>
    /// <param name="policy">Says how far parts may miss their whole once the plan is in force.</param>
    public void SetTargets(IReadOnlyList<TargetTerms> wanted, PolicyTerms? policy = null)
    {
        RequireChangeable();
        var gone = _targets.Find(t => !wanted.Any(w => w.Subject == t.Subject));
        if (IsInForce && gone is not null) throw PlanningRules.TargetNotRemovable.Broken(gone.Subject.MetricName, gone.Subject.ScopeName);
        var changed = Replace(wanted);
        if (IsInForce) RequireSums(policy);
        Raise(new TargetsWereSet());
        if (IsInForce) PutInForce(changed);
    }

    public void Delete(DateTimeOffset now)
    {
        RequireDraft();
        DeletedAt = now;
        Raise(new PlanWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) throw PlanningRules.PlanNotDeleted.Broken();
        DeletedAt = null;
        Raise(new PlanWasRestored());
    }

    private void Take(PlanTerms terms)
    {
        (Name, FirstMonth, LastMonth, Currency) = (terms.Name.Trim(), terms.FirstMonth, terms.LastMonth, terms.Currency);
        if (terms.Refs is not { } refs) return;
        _externalRefs.RemoveAll(present => !refs.Any(present.Is));
        foreach (var wanted in refs)
        {
            if (!_externalRefs.Exists(wanted.Is)) _externalRefs.Add(wanted);
        }
    }

    private List<Target> Replace(IReadOnlyList<TargetTerms> wanted)
    {
        var twice = wanted.GroupBy(t => t.Subject).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw PlanningRules.TargetTwice.Broken(twice.Key.MetricName, twice.Key.ScopeName);
        foreach (var terms in wanted) Check(terms.Subject, terms.Months);

        _targets.RemoveAll(t => !wanted.Any(w => w.Subject == t.Subject));
        var changed = new List<Target>();
        foreach (var terms in wanted)
        {
            var known = _targets.Find(t => t.Subject == terms.Subject);
            var target = known ?? Target.For(terms.Subject);
            if (known is null) _targets.Add(target);
            if (target.Take(terms.Months) || known is null) changed.Add(target);
        }

        foreach (var terms in wanted)
        {
            var target = _targets.Find(t => t.Subject == terms.Subject)!;
            if (target.BelongTo(ParentOf(terms)) && !changed.Contains(target)) changed.Add(target);
        }

        TargetTree.RequireSound(_targets);
        return changed;
    }

    private Guid? ParentOf(TargetTerms terms) => terms.Parent is not { } parent ? null
        : (_targets.Find(t => t.Subject == parent) ?? throw PlanningRules.ParentUnknown.Broken(terms.Subject.MetricName, terms.Subject.ScopeName, parent.ScopeName)).Id;

    private void Check(TargetSubject subject, IReadOnlyList<MonthlyValue> months)
    {
        var digits = Target.DigitsOf(subject.Metric, Currency);
        var seen = new HashSet<DateOnly>();
        foreach (var (month, value, stretch) in months)
        {
            if (!seen.Add(month)) throw PlanningRules.MonthTwice.Broken(subject.MetricName, subject.ScopeName, month);
            if (month < FirstMonth || month > LastMonth) throw PlanningRules.MonthOutsidePeriod.Broken(month, FirstMonth, LastMonth);
            if (Math.Round(value, digits) != value) throw PlanningRules.ValueTooFine.Broken(subject.MetricName, digits, value);
            if (stretch is { } more && Math.Round(more, digits) != more) throw PlanningRules.ValueTooFine.Broken(subject.MetricName, digits, more);
        }
    }

    private void PutInForce(IEnumerable<Target> targets)
    {
        foreach (var target in Target.InOrder(targets).ToList())
        {
            Raise(new TargetCameIntoForce(target.Id));
            target.ComeIntoForce(Version);
        }
    }

    private void RequireChangeable()
    {
        if (State == PlanState.Closed) throw PlanningRules.PlanClosed.Broken();
        if (State == PlanState.InReview) throw PlanningRules.PlanInReview.Broken();
    }
}
