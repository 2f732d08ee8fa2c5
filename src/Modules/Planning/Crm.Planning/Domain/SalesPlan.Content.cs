using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

// What is wanted besides figures, how it is to be reached, and for how much money.
internal sealed partial class SalesPlan
{
    private readonly List<PlanObjective> _objectives = [];
    private readonly List<PlanStrategy> _strategies = [];
    private readonly List<PlanShare> _channelMix = [];
    private readonly List<PlanBudgetLine> _budgetLines = [];

    public IReadOnlyList<PlanObjective> Objectives => _objectives;

    public IReadOnlyList<PlanStrategy> Strategies => _strategies;

    /// <summary>Empty, or shares of channels that sum to 1.</summary>
    public IReadOnlyList<PlanShare> ChannelMix => _channelMix;

    public IReadOnlyList<PlanBudgetLine> BudgetLines => _budgetLines;

    /// <summary>Sum of the budget lines, in the currency of the plan.</summary>
    public decimal BudgetPlanned => _budgetLines.Sum(l => l.Planned);

    public void SetObjectives(IReadOnlyList<ObjectiveTerms> wanted)
    {
        RequireDraft();
        FillObjectives(wanted);
        Raise(new PlanWasChanged());
    }

    /// <summary>Also in an approved or active plan: what is done about it changes while it is worked by.</summary>
    public void SetStrategies(IReadOnlyList<StrategyTerms> wanted)
    {
        RequireChangeable();
        FillStrategies(wanted);
        Raise(new PlanWasChanged());
    }

    public void SetChannelMix(IReadOnlyList<ChannelShare> wanted)
    {
        RequireDraft();
        if (wanted.Count > 0 && wanted.Sum(m => m.Share) is var sum and not 1m) throw PlanningRules.MixNotWhole.Broken(sum);
        FillMix(wanted);
        Raise(new PlanWasChanged());
    }

    public void SetBudgetLines(IReadOnlyList<BudgetTerms> wanted)
    {
        RequireDraft();
        FillBudget(wanted);
        RequireFineBudget();
        Raise(new PlanWasChanged());
    }

    private void FillObjectives(IReadOnlyList<ObjectiveTerms> wanted) =>
        Placed.Fill(_objectives, wanted, i => new PlanObjective(i), (objective, terms) => objective.Take(terms));

    private void FillStrategies(IReadOnlyList<StrategyTerms> wanted) =>
        Placed.Fill(_strategies, wanted, i => new PlanStrategy(i), (strategy, terms) => strategy.Take(terms));

    private void FillMix(IReadOnlyList<ChannelShare> wanted)
    {
        _channelMix.RemoveAll(m => !wanted.Any(w => w.Channel == m.Channel));
        foreach (var (channel, share) in wanted)
        {
            if (_channelMix.Find(m => m.Channel == channel) is { } known) known.Take(share);
            else _channelMix.Add(new PlanShare(channel, share));
        }
    }

    private void FillBudget(IReadOnlyList<BudgetTerms> wanted)
    {
        _budgetLines.RemoveAll(l => !wanted.Any(w => w.Code == l.Code));
        foreach (var terms in wanted)
        {
            var line = _budgetLines.Find(l => l.Code == terms.Code);
            if (line is null) _budgetLines.Add(line = new PlanBudgetLine(terms.Code));
            line.Take(terms);
        }
    }

    private void RequireFineBudget()
    {
        var digits = Currencies.Digits(Currency);
        if (_budgetLines.Find(l => Math.Round(l.Planned, digits) != l.Planned) is { } fine) throw PlanningRules.BudgetTooFine.Broken(fine.Code, digits, fine.Planned);
    }
}
