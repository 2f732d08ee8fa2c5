namespace Crm.Planning.Domain;

/// <param name="Text">What is to be true in the end.</param>
/// <param name="Measure">By what one will see it.</param>
/// <param name="DueOn">Business date.</param>
internal sealed record ObjectiveTerms(string Text, string? Measure, DateOnly? DueOn);

/// <param name="Name">As it is called.</param>
/// <param name="Hypothesis">Why it should work.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="Measure">By what one will see that it does.</param>
/// <param name="Actions">What is done, in order.</param>
internal sealed record StrategyTerms(string Name, string? Hypothesis, Guid? OwnerId, string? Measure, IReadOnlyList<ActionTerms> Actions);

/// <param name="Text">What is done.</param>
/// <param name="OwnerId">By whom.</param>
/// <param name="DueOn">Business date.</param>
/// <param name="IsDone">Whether it has been.</param>
internal sealed record ActionTerms(string Text, Guid? OwnerId, DateOnly? DueOn, bool IsDone);

/// <param name="Channel">Of orders.</param>
/// <param name="Share">Of the sales that are to come by it: more than 0, and 1 over all channels.</param>
internal sealed record ChannelShare(string Channel, decimal Share);

/// <param name="Code">Names the line within the plan.</param>
/// <param name="Category">Kind of cost, as the company calls it.</param>
/// <param name="Name">What the money is for.</param>
/// <param name="Planned">In the currency of the plan.</param>
internal sealed record BudgetTerms(string Code, string? Category, string Name, decimal Planned);

/// <summary>A part of a plan that is known by its place in a list.</summary>
internal abstract class Placed(int position)
{
    /// <summary>From 0.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Makes as many rows as there are terms, each taking those of its place.</summary>
    internal static void Fill<TRow, TTerms>(List<TRow> rows, IReadOnlyList<TTerms> wanted, Func<int, TRow> begin, Action<TRow, TTerms> take)
        where TRow : Placed
    {
        rows.RemoveAll(r => r.Position >= wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            var row = rows.Find(r => r.Position == i);
            if (row is null) rows.Add(row = begin(i));
            take(row, wanted[i]);
        }
    }
}

internal sealed class PlanObjective(int position) : Placed(position)
{
    public string Text { get; private set; } = "";

    public string? Measure { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public ObjectiveTerms Terms => new(Text, Measure, DueOn);

    internal void Take(ObjectiveTerms terms) => (Text, Measure, DueOn) = terms;
}

internal sealed class PlanStrategy(int position) : Placed(position)
{
    private readonly List<PlanAction> _actions = [];

    public string Name { get; private set; } = "";

    public string? Hypothesis { get; private set; }

    public Guid? OwnerId { get; private set; }

    public string? Measure { get; private set; }

    public IReadOnlyList<PlanAction> Actions => _actions;

    public StrategyTerms Terms => new(Name, Hypothesis, OwnerId, Measure, [.. _actions.OrderBy(a => a.Position).Select(a => a.Terms)]);

    internal void Take(StrategyTerms terms)
    {
        (Name, Hypothesis, OwnerId, Measure, var actions) = terms;
        Fill(_actions, actions, i => new PlanAction(i), (action, wanted) => action.Take(wanted));
    }
}

internal sealed class PlanAction(int position) : Placed(position)
{
    public string Text { get; private set; } = "";

    public Guid? OwnerId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public bool IsDone { get; private set; }

    public ActionTerms Terms => new(Text, OwnerId, DueOn, IsDone);

    internal void Take(ActionTerms terms) => (Text, OwnerId, DueOn, IsDone) = terms;
}

internal sealed class PlanShare(string channel, decimal share)
{
    public string Channel { get; private set; } = channel;

    public decimal Share { get; private set; } = share;

    internal void Take(decimal share) => Share = share;
}

internal sealed class PlanBudgetLine(string code)
{
    /// <summary>Characters.</summary>
    public const int LongestCode = 60;

    public string Code { get; private set; } = code;

    public string? Category { get; private set; }

    public string Name { get; private set; } = "";

    public decimal Planned { get; private set; }

    public BudgetTerms Terms => new(Code, Category, Name, Planned);

    internal void Take(BudgetTerms terms) => (_, Category, Name, Planned) = terms;
}
