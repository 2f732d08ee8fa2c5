using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A plan is what the company works by from now on.</summary>
/// <param name="PlanId">This version of the plan.</param>
/// <param name="RootId">The same for all versions of one plan.</param>
/// <param name="Number">Of the version, from 1.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="UnitId">Org unit it is for; null: the company.</param>
/// <param name="Currency">ISO 4217, of its amounts.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="BudgetPlanned">Sum of its budget lines.</param>
[EventName("planning.plan-activated.v1")]
public sealed record PlanActivatedV1(
    Guid PlanId,
    Guid RootId,
    int Number,
    string Name,
    Guid? UnitId,
    string Currency,
    DateOnly From,
    DateOnly To,
    decimal BudgetPlanned) : IIntegrationEvent;

/// <summary>A plan is over.</summary>
/// <param name="PlanId">This version of the plan.</param>
/// <param name="SupersededBy">The version that took its place; null: none.</param>
[EventName("planning.plan-closed.v1")]
public sealed record PlanClosedV1(Guid PlanId, Guid? SupersededBy) : IIntegrationEvent;
