using System.Linq.Expressions;
using Crm.Planning.Application;
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
    int Targets,
    Guid? OwnerId,
    Guid? UnitId,
    DateTimeOffset CreatedAt,
    int Version)
{
    public static readonly Expression<Func<SalesPlan, PlanRow>> FromPlan = p => new PlanRow(
        p.Id.Value, p.Name, p.FirstMonth, p.LastMonth, p.Currency, p.State, p.Targets.Count, p.OwnerId, p.UnitId, p.CreatedAt, p.Version);
}

/// <summary>A plan in full.</summary>
internal sealed record PlanView(
    Guid Id,
    string Name,
    DateOnly FirstMonth,
    DateOnly LastMonth,
    string Currency,
    PlanState State,
    Guid? OwnerId,
    Guid? UnitId,
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<ExternalRefInput> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ApprovedAt,
    Guid? ApprovedById,
    DateTimeOffset? ClosedAt,
    int Version)
{
    public static PlanView Of(SalesPlan p) => new(
        p.Id.Value, p.Name, p.FirstMonth, p.LastMonth, p.Currency, p.State, p.OwnerId, p.UnitId,
        [.. Target.InOrder(p.Targets).Select(TargetView.Of)], [.. p.ExternalRefs.Select(r => new ExternalRefInput(r.System, r.RefId))],
        p.CreatedAt, p.ApprovedAt, p.ApprovedById, p.ClosedAt, p.Version);
}

/// <param name="Id">Stays the same as long as metric and scope do.</param>
/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person.</param>
/// <param name="Channel">Of a target for a channel.</param>
/// <param name="Months">In order.</param>
internal sealed record TargetView(Guid Id, TargetMetric Metric, TargetScope Scope, Guid? PersonId, string? Channel, IReadOnlyList<MonthInput> Months)
{
    public static TargetView Of(Target t) => new(
        t.Id, t.Metric, t.Scope, t.PersonId, t.Channel, [.. t.Months.OrderBy(m => m.Month).Select(m => new MonthInput(m.Month, m.Value))]);
}

/// <summary>The targets of a plan as they are written.</summary>
internal sealed record TargetsInput(IReadOnlyList<TargetInput> Targets);
