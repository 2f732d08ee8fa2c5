using System.Linq.Expressions;
using Crm.Planning.Application;
using Crm.Planning.Application.Plans;
using Crm.Planning.Domain;

namespace Crm.Planning.Api;

/// <summary>A plan in a list.</summary>
internal sealed record PlanRow(
    Guid Id,
    string Name,
    DateOnly FirstMonth,
    DateOnly LastMonth,
    string Currency,
    PlanState State,
    int Number,
    Guid? RevisionOf,
    int Targets,
    Guid? OwnerId,
    Guid? UnitId,
    DateTimeOffset CreatedAt,
    int Version)
{
    public static readonly Expression<Func<SalesPlan, PlanRow>> FromPlan = p => new PlanRow(
        p.Id.Value, p.Name, p.FirstMonth, p.LastMonth, p.Currency, p.State, p.Number, p.RevisionOf, p.Targets.Count, p.OwnerId, p.UnitId, p.CreatedAt, p.Version);
}

/// <summary>A plan in full.</summary>
/// <param name="Id">This version of the plan.</param>
/// <param name="Name">As it is called.</param>
/// <param name="FirstMonth">First day of the first month.</param>
/// <param name="LastMonth">First day of the last month.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="State">Where it stands between draft and closed.</param>
/// <param name="Number">Of the version, from 1.</param>
/// <param name="RevisionOf">The first version; null: this is it.</param>
/// <param name="SupersededById">The version that took its place.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="UnitId">Org unit it is for.</param>
/// <param name="Objectives">What is wanted besides figures.</param>
/// <param name="Strategies">How it is to be reached.</param>
/// <param name="ChannelMix">Shares of the sales by channel; they sum to 1, or there are none.</param>
/// <param name="BudgetLines">What may be spent.</param>
/// <param name="BudgetPlanned">Sum of the budget lines.</param>
/// <param name="Targets">In a fixed order.</param>
/// <param name="ExternalRefs">Its keys in other systems.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="SubmittedAt">When it was given to review.</param>
/// <param name="SubmittedById">By whom.</param>
/// <param name="ReturnedBecause">Why it was given back last.</param>
/// <param name="ApprovedAt">Since when its targets bind.</param>
/// <param name="ApprovedById">Who said so.</param>
/// <param name="ActivatedAt">Since when the company works by it.</param>
/// <param name="ClosedAt">Since when it is over.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record PlanView(
    Guid Id,
    string Name,
    DateOnly FirstMonth,
    DateOnly LastMonth,
    string Currency,
    PlanState State,
    int Number,
    Guid? RevisionOf,
    Guid? SupersededById,
    Guid? OwnerId,
    Guid? UnitId,
    IReadOnlyList<ObjectiveInput> Objectives,
    IReadOnlyList<StrategyInput> Strategies,
    IReadOnlyList<ShareInput> ChannelMix,
    IReadOnlyList<BudgetLineInput> BudgetLines,
    decimal BudgetPlanned,
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<ExternalRefInput> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    Guid? SubmittedById,
    string? ReturnedBecause,
    DateTimeOffset? ApprovedAt,
    Guid? ApprovedById,
    DateTimeOffset? ActivatedAt,
    DateTimeOffset? ClosedAt,
    int Version)
{
    public static PlanView Of(SalesPlan p) => new(
        p.Id.Value, p.Name, p.FirstMonth, p.LastMonth, p.Currency, p.State, p.Number, p.RevisionOf, p.SupersededById, p.OwnerId, p.UnitId,
        ObjectiveInput.AllOf(p), StrategyInput.AllOf(p), ShareInput.AllOf(p), BudgetLineInput.AllOf(p), p.BudgetPlanned,
        [.. Target.InOrder(p.Targets).Select(TargetView.Of)], [.. p.ExternalRefs.Select(r => new ExternalRefInput(r.System, r.RefId))],
        p.CreatedAt, p.SubmittedAt, p.SubmittedById, p.ReturnedBecause, p.ApprovedAt, p.ApprovedById, p.ActivatedAt, p.ClosedAt, p.Version);
}

/// <param name="Id">Stays the same as long as metric and scope do.</param>
/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person.</param>
/// <param name="Channel">Of a target for a channel.</param>
/// <param name="UnitId">Of a target for a unit and all below it.</param>
/// <param name="ParentId">The target it is a part of.</param>
/// <param name="Months">In order.</param>
internal sealed record TargetView(
    Guid Id, TargetMetric Metric, TargetScope Scope, Guid? PersonId, string? Channel, Guid? UnitId, Guid? ParentId, IReadOnlyList<MonthInput> Months)
{
    public static TargetView Of(Target t) => new(t.Id, t.Metric, t.Scope, t.PersonId, t.Channel, t.UnitId, t.ParentId, MonthInput.Of(t));
}

/// <summary>All versions of a plan that the reader may see, in order.</summary>
internal sealed record VersionsView(IReadOnlyList<PlanRow> Items);

/// <summary>The targets of a plan as parts of each other.</summary>
/// <param name="Targets">Those that are part of none.</param>
internal sealed record TargetTreeView(IReadOnlyList<TargetNode> Targets)
{
    public static TargetTreeView Of(SalesPlan plan, decimal tolerance)
    {
        var parts = plan.Targets.ToLookup(t => t.ParentId);
        var wrong = TargetTree.Imbalances(plan.Targets, tolerance).ToLookup(i => i.Parent.Id);
        return new TargetTreeView(Below(null));

        IReadOnlyList<TargetNode> Below(Guid? parent) =>
        [
            .. Target.InOrder(parts[parent]).Select(t => new TargetNode(
                TargetView.Of(t), t.Months.Sum(m => m.Value), [.. wrong[t.Id].Select(i => new ImbalanceView(i.Month, i.Value, i.Sum))], Below(t.Id))),
        ];
    }
}

/// <param name="Target">The target.</param>
/// <param name="Total">Over its months.</param>
/// <param name="Imbalance">Months in which its parts miss it by more than the settings allow; none of a plan in force.</param>
/// <param name="Children">Its parts.</param>
internal sealed record TargetNode(TargetView Target, decimal Total, IReadOnlyList<ImbalanceView> Imbalance, IReadOnlyList<TargetNode> Children);

/// <param name="Month">First day of the month.</param>
/// <param name="Value">Of the target.</param>
/// <param name="Sum">Of its parts.</param>
internal sealed record ImbalanceView(DateOnly Month, decimal Value, decimal Sum);

/// <summary>The targets of a plan as they are written.</summary>
internal sealed record TargetsInput(IReadOnlyList<TargetInput> Targets);

/// <summary>The objectives of a plan as they are written.</summary>
internal sealed record ObjectivesInput(IReadOnlyList<ObjectiveInput> Objectives);

/// <summary>The strategies of a plan as they are written.</summary>
internal sealed record StrategiesInput(IReadOnlyList<StrategyInput> Strategies);

/// <summary>The channel mix of a plan as it is written.</summary>
internal sealed record ChannelMixInput(IReadOnlyList<ShareInput> ChannelMix);

/// <summary>The budget lines of a plan as they are written.</summary>
internal sealed record BudgetLinesInput(IReadOnlyList<BudgetLineInput> BudgetLines);

/// <param name="Reason">Told to its owner; at most 2000 characters.</param>
internal sealed record ReturnInput(string? Reason = null);
